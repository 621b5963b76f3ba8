package org.sitewatch.detect.change;

/**
 * Sums of products of columns, each adding in the order that a plain loop has. Of one column with
 * many others a sum waits for its own last addition, so eight run side by side; of one number with
 * a column each row has its own sum, so that the loop is vectorised.
 */
public final class ProductSums {
  private static final int ABREAST = 8;

  private ProductSums() {}

  /** Takes a column times a number from sums of as many rows. */
  static void subtract(double factor, double[] column, int rows, double[] sums) {
    for (int i = 0; i < rows; i++) {
      sums[i] -= factor * column[i];
    }
  }

  /**
   * Adds the products of some rows to sums begun earlier.
   *
   * @param factors one a row, the first {@code rows}
   * @param columns [column][row]
   * @param firstRow of the columns
   * @param from first column
   * @param to end of the columns
   * @param sums at the places of the columns
   */
  public static void add(
      double[] factors,
      double[][] columns,
      int firstRow,
      int rows,
      int from,
      int to,
      double[] sums) {
    var eight = new double[ABREAST];
    for (int first = from; first < to; first += ABREAST) {
      int last = to - 1;
      int count = Math.min(ABREAST, to - first);
      System.arraycopy(sums, first, eight, 0, count);
      add(
          factors,
          firstRow,
          rows,
          columns[first],
          columns[Math.min(first + 1, last)],
          columns[Math.min(first + 2, last)],
          columns[Math.min(first + 3, last)],
          columns[Math.min(first + 4, last)],
          columns[Math.min(first + 5, last)],
          columns[Math.min(first + 6, last)],
          columns[Math.min(first + 7, last)],
          eight);
      System.arraycopy(eight, 0, sums, first, count);
    }
  }

  private static void add(
      double[] factors,
      int firstRow,
      int rows,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] f,
      double[] g,
      double[] h,
      double[] sums) {
    double sumA = sums[0];
    double sumB = sums[1];
    double sumC = sums[2];
    double sumD = sums[3];
    double sumE = sums[4];
    double sumF = sums[5];
    double sumG = sums[6];
    double sumH = sums[7];
    for (int i = 0; i < rows; i++) {
      double factor = factors[i];
      sumA += factor * a[firstRow + i];
      sumB += factor * b[firstRow + i];
      sumC += factor * c[firstRow + i];
      sumD += factor * d[firstRow + i];
      sumE += factor * e[firstRow + i];
      sumF += factor * f[firstRow + i];
      sumG += factor * g[firstRow + i];
      sumH += factor * h[firstRow + i];
    }
    sums[0] = sumA;
    sums[1] = sumB;
    sums[2] = sumC;
    sums[3] = sumD;
    sums[4] = sumE;
    sums[5] = sumF;
    sums[6] = sumG;
    sums[7] = sumH;
  }
}
