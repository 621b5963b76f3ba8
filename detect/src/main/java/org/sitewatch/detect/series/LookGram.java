package org.sitewatch.detect.series;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The matrix of products between looks, A A', and its leading eigenvectors. */
final class LookGram {
  /** Series taken at once: so many products are made for each pass over a row of the matrix. */
  static final int AT_ONCE = 4;

  private final int looks;
  private final double[][] products;

  LookGram(int looks) {
    this.looks = looks;
    this.products = new double[looks][looks];
  }

  /** Adds the products of {@link #AT_ONCE} series of one value a look. */
  void add(double[][] series) {
    for (int look = 0; look < looks; look++) {
      addRow(products[look], look + 1, series[0], series[1], series[2], series[3], look);
    }
  }

  private static void addRow(
      double[] row, int length, double[] a, double[] b, double[] c, double[] d, int look) {
    double first = a[look];
    double second = b[look];
    double third = c[look];
    double fourth = d[look];
    for (int other = 0; other < length; other++) {
      row[other] += first * a[other] + second * b[other] + (third * c[other] + fourth * d[other]);
    }
  }

  /**
   * Eigenvectors of the largest eigenvalues as [look][component]. Fewer come back if the matrix has
   * no more directions of its own.
   */
  double[][] leading(int components) {
    for (int row = 0; row < looks; row++) {
      for (int column = 0; column < row; column++) {
        products[column][row] = products[row][column];
      }
    }
    var decomposition = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
    int kept = Math.min(components, looks);
    double least = 1e-9 * Math.max(decomposition.getRealEigenvalue(0), 0);
    while (kept > 0 && !(decomposition.getRealEigenvalue(kept - 1) > least)) {
      kept--;
    }
    var vectors = new double[looks][kept];
    for (int component = 0; component < kept; component++) {
      double[] vector = decomposition.getEigenvector(component).toArray();
      for (int look = 0; look < looks; look++) {
        vectors[look][component] = vector[look];
      }
    }
    return vectors;
  }
}
