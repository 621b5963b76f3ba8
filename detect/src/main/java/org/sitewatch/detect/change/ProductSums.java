package org.sitewatch.detect.change;

/**
 * Sums of products of one column with many. A sum waits for its own last addition, so eight run
 * side by side; each adds in the order of the column.
 */
final class ProductSums {
  private static final int ABREAST = 8;

  private ProductSums() {}

  /**
   * @param columns at least as long as {@code factors}
   * @param from first column
   * @param to end of the columns
   * @param sums target, at the places of the columns
   */
  static void of(double[] factors, double[][] columns, int from, int to, double[] sums) {
    var eight = new double[ABREAST];
    for (int first = from; first < to; first += ABREAST) {
      int last = to - 1;
      sum(
          factors,
          columns[first],
          columns[Math.min(first + 1, last)],
          columns[Math.min(first + 2, last)],
          columns[Math.min(first + 3, last)],
          columns[Math.min(first + 4, last)],
          columns[Math.min(first + 5, last)],
          columns[Math.min(first + 6, last)],
          columns[Math.min(first + 7, last)],
          eight);
      System.arraycopy(eight, 0, sums, first, Math.min(ABREAST, to - first));
    }
  }

  private static void sum(
      double[] factors,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] f,
      double[] g,
      double[] h,
      double[] sums) {
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    double sumE = 0;
    double sumF = 0;
    double sumG = 0;
    double sumH = 0;
    for (int i = 0; i < factors.length; i++) {
      double factor = factors[i];
      sumA += factor * a[i];
      sumB += factor * b[i];
      sumC += factor * c[i];
      sumD += factor * d[i];
      sumE += factor * e[i];
      sumF += factor * f[i];
      sumG += factor * g[i];
      sumH += factor * h[i];
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
