package org.sitewatch.detect.change;

/** Cholesky factor L of a small symmetric positive definite matrix, A = L L'. */
public final class Cholesky {
  /** A pivot below this share of its diagonal is raised to it: the direction carries no more. */
  private static final double LEAST_PIVOT = 1e-12;

  private final double[][] lower;

  public Cholesky(double[][] matrix) {
    this(matrix.length);
    factor(matrix);
  }

  /** For many matrices of one size; {@link #factor} first. */
  public Cholesky(int size) {
    lower = new double[size][size];
  }

  /**
   * @param matrix its lower triangle is read
   */
  public void factor(double[][] matrix) {
    for (int row = 0; row < lower.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row][column];
        for (int k = 0; k < column; k++) {
          rest -= lower[row][k] * lower[column][k];
        }
        lower[row][column] =
            row == column
                ? Math.sqrt(Math.max(rest, LEAST_PIVOT * Math.max(matrix[row][row], LEAST_PIVOT)))
                : rest / lower[column][column];
      }
    }
  }

  /** Solves L y = b in place. */
  public void forward(double[] vector) {
    for (int row = 0; row < lower.length; row++) {
      double rest = vector[row];
      for (int k = 0; k < row; k++) {
        rest -= lower[row][k] * vector[k];
      }
      vector[row] = rest / lower[row][row];
    }
  }

  /**
   * Solves L y = b in place for many b at once.
   *
   * @param vectors [row][which b]
   * @param count how many
   */
  public void forward(double[][] vectors, int count) {
    for (int row = 0; row < lower.length; row++) {
      double[] rest = vectors[row];
      for (int k = 0; k < row; k++) {
        ProductSums.subtract(lower[row][k], vectors[k], count, rest);
      }
      double pivot = lower[row][row];
      for (int i = 0; i < count; i++) {
        rest[i] /= pivot;
      }
    }
  }

  /** Solves A x = b in place. */
  public void solve(double[] vector) {
    forward(vector);
    for (int row = lower.length - 1; row >= 0; row--) {
      double rest = vector[row];
      for (int k = row + 1; k < lower.length; k++) {
        rest -= lower[k][row] * vector[k];
      }
      vector[row] = rest / lower[row][row];
    }
  }
}
