package org.sitewatch.detect.change;

import java.util.Arrays;

/**
 * State of one weighted ridge fit over a sample: coefficients, residual covariance, weights. All is
 * kept by columns, so that the loops run along the pixels.
 */
final class RegressionFit {
  private final int pixels;
  private final int size;
  private final int bands;

  /** The predictors, a column of ones, the targets: [column][place in the sample]. */
  private final double[][] columns;

  private final double[][] targets;

  /** The targets, then the predictors and ones: a row of the normal equations is one stretch. */
  private final double[][] factors;

  private final double[][] residuals;
  private final double[] weights;
  private final double[] squares;
  private final double[][] coefficients;
  private Cholesky whitening;
  private double stretch;

  RegressionFit(PredictorColumns predictors, float[][] target, int[] sample) {
    pixels = sample.length;
    size = predictors.predictors() + 1;
    bands = target.length;
    columns = new double[size + bands][pixels];
    predictors.read(sample, 0, pixels, columns);
    Arrays.fill(columns[size - 1], 1);
    targets = Arrays.copyOfRange(columns, size, columns.length);
    for (int band = 0; band < bands; band++) {
      for (int i = 0; i < pixels; i++) {
        targets[band][i] = target[band][sample[i]];
      }
    }
    factors = new double[bands + size][];
    System.arraycopy(targets, 0, factors, 0, bands);
    System.arraycopy(columns, 0, factors, bands, size);
    residuals = new double[bands][pixels];
    weights = new double[pixels];
    squares = new double[pixels];
    coefficients = new double[bands][size];
    Arrays.fill(weights, 1);
  }

  /** Fits under the present weights and scales lengths so that their median is the null's. */
  void solve(double ridge, double residualRidge, double medianSquare) {
    fitCoefficients(ridge);
    residual(columns, targets, pixels, residuals);
    whitening = new Cholesky(residualCovariance(residualRidge));
    whitenedSquares(residuals, pixels, squares);
    double median = Median.of(squares.clone(), pixels);
    stretch = median > 0 ? medianSquare / median : 1;
  }

  /** Bisquare weights of the lengths. */
  void reweight(double cut) {
    for (int i = 0; i < pixels; i++) {
      weights[i] = SceneNormalization.bisquare(Math.sqrt(stretch * squares[i]) / cut);
    }
  }

  /**
   * Whitened lengths of the residuals of any pixels, on the scale of a chi variable.
   *
   * @param columns [predictor][pixel], and ones
   * @param target [band][pixel]
   * @param count how many pixels
   * @param residual scratch, [band][pixel]
   * @param length target
   */
  void lengths(
      double[][] columns, double[][] target, int count, double[][] residual, double[] length) {
    residual(columns, target, count, residual);
    whitenedSquares(residual, count, length);
    for (int i = 0; i < count; i++) {
      length[i] = Math.sqrt(stretch * length[i]);
    }
  }

  /** Whitens the residuals in place and sums their squares. */
  private void whitenedSquares(double[][] residual, int count, double[] squares) {
    whitening.forward(residual, count);
    Arrays.fill(squares, 0, count, 0);
    for (double[] band : residual) {
      addSquares(band, count, squares);
    }
  }

  private static void addSquares(double[] values, int count, double[] sums) {
    for (int i = 0; i < count; i++) {
      sums[i] += values[i] * values[i];
    }
  }

  private void residual(double[][] columns, double[][] target, int count, double[][] residual) {
    for (int band = 0; band < bands; band++) {
      System.arraycopy(target[band], 0, residual[band], 0, count);
      for (int k = 0; k < size; k++) {
        ProductSums.subtract(coefficients[band][k], columns[k], count, residual[band]);
      }
    }
  }

  private void fitCoefficients(double ridge) {
    var normal = new double[size][size];
    var weighted = new double[pixels];
    var sums = new double[bands + size];
    for (int r = 0; r < size; r++) {
      multiply(weights, columns[r], weighted);
      Arrays.fill(sums, 0);
      ProductSums.add(weighted, factors, 0, pixels, 0, bands + r + 1, sums);
      for (int band = 0; band < bands; band++) {
        coefficients[band][r] = sums[band];
      }
      System.arraycopy(sums, bands, normal[r], 0, r + 1);
    }
    double trace = 0;
    for (int k = 0; k < size; k++) {
      trace += normal[k][k];
    }
    for (int k = 0; k < size - 1; k++) {
      normal[k][k] += ridge * trace / size;
    }
    var factor = new Cholesky(normal);
    for (double[] coefficient : coefficients) {
      factor.solve(coefficient);
    }
  }

  private static void multiply(double[] one, double[] other, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = one[i] * other[i];
    }
  }

  private double[][] residualCovariance(double residualRidge) {
    var covariance = new double[bands][bands];
    var weighted = new double[pixels];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int r = 0; r < bands; r++) {
      multiply(weights, residuals[r], weighted);
      ProductSums.add(weighted, residuals, 0, pixels, 0, r + 1, covariance[r]);
      for (int c = 0; c <= r; c++) {
        covariance[r][c] *= (r == c ? 1 + residualRidge : 1) / sum;
      }
    }
    return covariance;
  }
}
