package org.sitewatch.detect.series;

import java.util.Arrays;

/**
 * Sums of a plane over square windows, clipped at the border: what lies outside counts 0. One
 * running sum goes down the columns and one along the row, so a pixel costs the same for every
 * window size. Sums are kept in double in a fixed order. Keeps scratch rows: one thread at a time.
 */
public final class BoxSum {
  private final int width;
  private final int height;
  private final double[] columns;

  /**
   * @param width columns of the planes to come, at least 1
   * @param height rows, at least 1
   */
  public BoxSum(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("plane must have pixels, got " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.columns = new double[width];
  }

  /**
   * Sums over size × size pixels around each pixel.
   *
   * @param plane finite everywhere; pixels that must not count are 0
   * @param size odd, may exceed the plane
   */
  public void of(float[] plane, int size, double[] sums) {
    if (size < 1 || size % 2 == 0) {
      throw new IllegalArgumentException("box size must be odd and > 0, got " + size);
    }
    int reach = size / 2;
    Arrays.fill(columns, 0);
    for (int row = 0; row < Math.min(reach, height); row++) {
      add(plane, row);
    }
    for (int row = 0; row < height; row++) {
      if (row + reach < height) {
        add(plane, row + reach);
      }
      if (row - reach - 1 >= 0) {
        subtract(plane, row - reach - 1);
      }
      alongRow(row * width, reach, sums);
    }
  }

  private void add(float[] plane, int row) {
    int start = row * width;
    for (int column = 0; column < width; column++) {
      columns[column] += plane[start + column];
    }
  }

  private void subtract(float[] plane, int row) {
    int start = row * width;
    for (int column = 0; column < width; column++) {
      columns[column] -= plane[start + column];
    }
  }

  private void alongRow(int start, int reach, double[] sums) {
    double sum = 0;
    for (int column = 0; column < Math.min(reach, width); column++) {
      sum += columns[column];
    }
    for (int column = 0; column < width; column++) {
      if (column + reach < width) {
        sum += columns[column + reach];
      }
      if (column - reach - 1 >= 0) {
        sum -= columns[column - reach - 1];
      }
      sums[start + column] = sum;
    }
  }
}
