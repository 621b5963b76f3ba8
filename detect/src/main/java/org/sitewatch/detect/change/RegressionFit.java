package org.sitewatch.detect.change;

import java.util.Arrays;

/** State of one weighted ridge fit over a sample: coefficients, residual covariance, weights. */
final class RegressionFit {
  private final int size;
  private final int bands;
  private final double[][] rows;
  private final double[][] targets;
  private final double[][] residuals;
  private final double[] weights;
  private final double[] squares;
  private final double[][] coefficients;
  private Cholesky whitening;
  private double stretch;

  RegressionFit(PredictorRows predictors, float[][] target, int[] sample) {
    size = predictors.predictors() + 1;
    bands = target.length;
    rows = new double[sample.length][size];
    targets = new double[sample.length][bands];
    residuals = new double[sample.length][bands];
    weights = new double[sample.length];
    squares = new double[sample.length];
    coefficients = new double[bands][size];
    for (int i = 0; i < sample.length; i++) {
      predictors.read(sample[i], rows[i]);
      rows[i][size - 1] = 1;
      for (int band = 0; band < bands; band++) {
        targets[i][band] = target[band][sample[i]];
      }
    }
    Arrays.fill(weights, 1);
  }

  /** Fits under the present weights and scales lengths so that their median is the null's. */
  void solve(double ridge, double residualRidge, double medianSquare) {
    fitCoefficients(ridge);
    for (int i = 0; i < rows.length; i++) {
      residual(rows[i], targets[i], residuals[i]);
    }
    whitening = new Cholesky(residualCovariance(residualRidge));
    for (int i = 0; i < rows.length; i++) {
      squares[i] = whitenedSquare(residuals[i]);
    }
    double median = Median.of(squares.clone(), squares.length);
    stretch = median > 0 ? medianSquare / median : 1;
  }

  /** Bisquare weights of the lengths. */
  void reweight(double cut) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = SceneNormalization.bisquare(Math.sqrt(stretch * squares[i]) / cut);
    }
  }

  /**
   * Whitened length of the residual of any pixel, on the scale of a chi variable.
   *
   * @param row its predictors and a 1
   * @param residual scratch, one number a band
   */
  double length(double[] row, double[] target, double[] residual) {
    residual(row, target, residual);
    return Math.sqrt(stretch * whitenedSquare(residual));
  }

  private double whitenedSquare(double[] residual) {
    whitening.forward(residual);
    double sum = 0;
    for (double value : residual) {
      sum += value * value;
    }
    return sum;
  }

  private void residual(double[] row, double[] target, double[] residual) {
    for (int band = 0; band < bands; band++) {
      double rest = target[band];
      double[] coefficient = coefficients[band];
      for (int k = 0; k < size; k++) {
        rest -= coefficient[k] * row[k];
      }
      residual[band] = rest;
    }
  }

  private void fitCoefficients(double ridge) {
    var normal = new double[size][size];
    for (double[] coefficient : coefficients) {
      Arrays.fill(coefficient, 0);
    }
    for (int i = 0; i < rows.length; i++) {
      if (weights[i] > 0) {
        accumulate(rows[i], targets[i], weights[i], normal);
      }
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

  private void accumulate(double[] row, double[] target, double weight, double[][] normal) {
    for (int r = 0; r < size; r++) {
      double weighted = weight * row[r];
      double[] line = normal[r];
      for (int c = 0; c <= r; c++) {
        line[c] += weighted * row[c];
      }
      for (int band = 0; band < bands; band++) {
        coefficients[band][r] += weighted * target[band];
      }
    }
  }

  private double[][] residualCovariance(double residualRidge) {
    var covariance = new double[bands][bands];
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      sum += weights[i];
      for (int r = 0; r < bands; r++) {
        for (int c = 0; c <= r; c++) {
          covariance[r][c] += weights[i] * residuals[i][r] * residuals[i][c];
        }
      }
    }
    for (int r = 0; r < bands; r++) {
      for (int c = 0; c <= r; c++) {
        covariance[r][c] *= (r == c ? 1 + residualRidge : 1) / sum;
      }
    }
    return covariance;
  }
}
