package org.sitewatch.detect.series;

/** Systems of a handful of normal equations, solved where they stand: nothing is allocated. */
final class SmallSystem {
  /** A pivot below this share of its diagonal is raised to it: the direction carries no more. */
  private static final double LEAST_PIVOT = 1e-12;

  private SmallSystem() {}

  /**
   * Replaces the symmetric positive definite {@code matrix} (row-major, lower triangle read) by its
   * Cholesky factor.
   */
  static void factorize(double[] matrix, int size) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double diagonal = matrix[row * size + column];
        double rest = diagonal;
        for (int k = 0; k < column; k++) {
          rest -= matrix[row * size + k] * matrix[column * size + k];
        }
        matrix[row * size + column] =
            row == column
                ? Math.sqrt(Math.max(rest, LEAST_PIVOT * Math.max(diagonal, LEAST_PIVOT)))
                : rest / matrix[column * size + column];
      }
    }
  }

  /** Solves for {@code size} unknowns from {@code at} on in {@code vector}, in place. */
  static void solve(double[] factor, int size, double[] vector, int at) {
    for (int row = 0; row < size; row++) {
      double rest = vector[at + row];
      for (int k = 0; k < row; k++) {
        rest -= factor[row * size + k] * vector[at + k];
      }
      vector[at + row] = rest / factor[row * size + row];
    }
    for (int row = size - 1; row >= 0; row--) {
      double rest = vector[at + row];
      for (int k = row + 1; k < size; k++) {
        rest -= factor[k * size + row] * vector[at + k];
      }
      vector[at + row] = rest / factor[row * size + row];
    }
  }
}
