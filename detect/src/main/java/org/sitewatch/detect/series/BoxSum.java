package org.sitewatch.detect.series;

/**
 * Sums of a plane over square windows, clipped at the border: what lies outside counts 0. One
 * running sum goes down the columns and one along the row, so a pixel costs the same for every
 * window size. Sums are kept in double in a fixed order.
 */
public final class BoxSum {
  /** Rows summed side by side: a sum along a row waits for each of its own additions. */
  private static final int ROWS = 4;

  private final int width;
  private final int height;

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
    var columns = new double[width];
    for (int row = 0; row < Math.min(reach, height); row++) {
      add(plane, row, columns);
    }
    // Zeros on both sides, so that the running sums need not ask for the border.
    var padded = new double[ROWS][width + 2 * reach + 1];
    for (int first = 0; first < height; first += ROWS) {
      int rows = Math.min(ROWS, height - first);
      for (int row = first; row < first + rows; row++) {
        if (row + reach < height) {
          add(plane, row + reach, columns);
        }
        if (row - reach - 1 >= 0) {
          subtract(plane, row - reach - 1, columns);
        }
        System.arraycopy(columns, 0, padded[row - first], reach + 1, width);
      }
      if (rows == ROWS) {
        alongFourRows(padded, first * width, reach, sums);
      } else {
        for (int row = 0; row < rows; row++) {
          alongRow(padded[row], (first + row) * width, reach, sums);
        }
      }
    }
  }

  private void add(float[] plane, int row, double[] columns) {
    int start = row * width;
    for (int column = 0; column < width; column++) {
      columns[column] += plane[start + column];
    }
  }

  private void subtract(float[] plane, int row, double[] columns) {
    int start = row * width;
    for (int column = 0; column < width; column++) {
      columns[column] -= plane[start + column];
    }
  }

  /** The sum that stands before the first pixel of a row. */
  private static double before(double[] padded, int reach) {
    double sum = 0;
    for (int i = reach + 1; i < 2 * reach + 1; i++) {
      sum += padded[i];
    }
    return sum;
  }

  private void alongRow(double[] padded, int start, int reach, double[] sums) {
    double sum = before(padded, reach);
    int ahead = 2 * reach + 1;
    for (int column = 0; column < width; column++) {
      sum += padded[column + ahead];
      sum -= padded[column];
      sums[start + column] = sum;
    }
  }

  private void alongFourRows(double[][] padded, int start, int reach, double[] sums) {
    double[] a = padded[0];
    double[] b = padded[1];
    double[] c = padded[2];
    double[] d = padded[3];
    double sumA = before(a, reach);
    double sumB = before(b, reach);
    double sumC = before(c, reach);
    double sumD = before(d, reach);
    int ahead = 2 * reach + 1;
    int place = start;
    for (int column = 0; column < width; column++, place++) {
      sumA = sumA + a[column + ahead] - a[column];
      sumB = sumB + b[column + ahead] - b[column];
      sumC = sumC + c[column + ahead] - c[column];
      sumD = sumD + d[column + ahead] - d[column];
      sums[place] = sumA;
      sums[place + width] = sumB;
      sums[place + 2 * width] = sumC;
      sums[place + 3 * width] = sumD;
    }
  }
}
