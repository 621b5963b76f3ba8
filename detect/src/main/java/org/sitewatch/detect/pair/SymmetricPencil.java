package org.sitewatch.detect.pair;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Generalised symmetric eigenproblem A v = λ B v with B positive definite: B = L L', then the
 * ordinary problem of L⁻¹ A L⁻ᵀ. Vectors have unit length in B; largest λ first.
 */
final class SymmetricPencil {
  /** Pivots of B below this share of its mean diagonal make it singular. */
  private static final double LEAST_PIVOT = 1e-12;

  private final double[] values;
  private final RealMatrix vectors;

  private SymmetricPencil(double[] values, RealMatrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * @throws org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException if B is singular
   */
  static SymmetricPencil solve(RealMatrix a, RealMatrix b) {
    double least = LEAST_PIVOT * b.getTrace() / b.getRowDimension();
    RealMatrix lower = new CholeskyDecomposition(symmetric(b), 1e-9, least).getL();
    RealMatrix inverse = new LUDecomposition(lower, 0).getSolver().getInverse();
    RealMatrix ordinary = symmetric(inverse.multiply(a).multiply(inverse.transpose()));
    var eigen = new EigenDecomposition(ordinary);
    return new SymmetricPencil(
        eigen.getRealEigenvalues(), inverse.transpose().multiply(eigen.getV()));
  }

  /** Rounding must not make a symmetric matrix look like another kind. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    double[][] data = matrix.getData();
    for (int row = 0; row < data.length; row++) {
      for (int column = 0; column < row; column++) {
        data[row][column] = 0.5 * (data[row][column] + data[column][row]);
        data[column][row] = data[row][column];
      }
    }
    return new Array2DRowRealMatrix(data, false);
  }

  double value(int index) {
    return values[index];
  }

  double[] vector(int index) {
    return vectors.getColumn(index);
  }
}
