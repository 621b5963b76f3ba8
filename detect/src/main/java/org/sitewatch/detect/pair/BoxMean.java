package org.sitewatch.detect.pair;

import java.util.Arrays;

/**
 * Means over a square window of the valid pixels, by running sums; the window ends at the border.
 */
final class BoxMean {
  private final boolean[] valid;
  private final int width;
  private final int height;
  private final int radius_px;
  private final double[] counts;
  private final double[] rows;
  private final double[] columns;

  BoxMean(boolean[] valid, int width, int height, int radius_px) {
    this.valid = valid;
    this.width = width;
    this.height = height;
    this.radius_px = radius_px;
    rows = new double[valid.length];
    columns = new double[width];
    counts = new double[valid.length];
    var ones = new float[valid.length];
    Arrays.fill(ones, 1);
    sum(ones, ones, counts);
  }

  /**
   * Mean of the product of two planes; 0 where the window holds no valid pixel.
   *
   * @param other the plane of ones for the mean of one
   */
  void of(float[] plane, float[] other, double[] mean) {
    sum(plane, other, mean);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = counts[i] > 0 ? mean[i] / counts[i] : 0;
    }
  }

  private void sum(float[] plane, float[] other, double[] target) {
    for (int row = 0; row < height; row++) {
      int from = row * width;
      double sum = 0;
      for (int column = -radius_px; column < width; column++) {
        int enters = column + radius_px;
        int leaves = column - radius_px - 1;
        sum += enters < width ? product(plane, other, from + enters) : 0;
        sum -= leaves >= 0 ? product(plane, other, from + leaves) : 0;
        if (column >= 0) {
          rows[from + column] = sum;
        }
      }
    }
    Arrays.fill(columns, 0);
    for (int row = -radius_px; row < height; row++) {
      int enters = row + radius_px;
      int leaves = row - radius_px - 1;
      for (int column = 0; column < width; column++) {
        columns[column] += enters < height ? rows[enters * width + column] : 0;
        columns[column] -= leaves >= 0 ? rows[leaves * width + column] : 0;
        if (row >= 0) {
          target[row * width + column] = columns[column];
        }
      }
    }
  }

  private double product(float[] plane, float[] other, int pixel) {
    return valid[pixel] ? (double) plane[pixel] * other[pixel] : 0;
  }
}
