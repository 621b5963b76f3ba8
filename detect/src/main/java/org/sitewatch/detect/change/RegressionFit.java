package org.sitewatch.detect.change;

import java.util.Arrays;

/** State of one weighted ridge fit over a sample: coefficients, residual covariance, weights. */
final class RegressionFit {
  private final PredictorRows rows;
  private final float[][] target;
  private final int[] sample;
  private final int size;
  private final double[] weights;
  private final double[] squares;
  private final double[][] coefficients;
  private final double[] row;
  private final double[] residual;
  private Cholesky whitening;
  private double stretch = 1;

  RegressionFit(PredictorRows rows, float[][] target, int[] sample) {
    this.rows = rows;
    this.target = target;
    this.sample = sample;
    size = rows.predictors() + 1;
    weights = new double[sample.length];
    squares = new double[sample.length];
    coefficients = new double[target.length][size];
    row = new double[size];
    row[size - 1] = 1;
    residual = new double[target.length];
    Arrays.fill(weights, 1);
  }

  /** Fits under the present weights and scales lengths so that their median is the null's. */
  void solve(double ridge, double residualRidge, double medianSquare) {
    fitCoefficients(ridge);
    whitening = new Cholesky(residualCovariance(residualRidge));
    stretch = 1;
    for (int i = 0; i < sample.length; i++) {
      squares[i] = square(sample[i]);
    }
    double median = Median.of(squares, sample.length);
    stretch = median > 0 ? medianSquare / median : 1;
  }

  /** Bisquare weights of the lengths. */
  void reweight(double cut) {
    for (int i = 0; i < sample.length; i++) {
      weights[i] = SceneNormalization.bisquare(length(sample[i]) / cut);
    }
  }

  /** Whitened length of the residual at a pixel, on the scale of a chi variable. */
  double length(int pixel) {
    return Math.sqrt(square(pixel));
  }

  private double square(int pixel) {
    readResidual(pixel);
    whitening.forward(residual);
    double sum = 0;
    for (double value : residual) {
      sum += value * value;
    }
    return stretch * sum;
  }

  private void fitCoefficients(double ridge) {
    var normal = new double[size][size];
    for (double[] coefficient : coefficients) {
      Arrays.fill(coefficient, 0);
    }
    for (int i = 0; i < sample.length; i++) {
      if (weights[i] > 0) {
        accumulate(sample[i], weights[i], normal);
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

  private void accumulate(int pixel, double weight, double[][] normal) {
    rows.read(pixel, row);
    for (int r = 0; r < size; r++) {
      double weighted = weight * row[r];
      double[] line = normal[r];
      for (int c = 0; c <= r; c++) {
        line[c] += weighted * row[c];
      }
      for (int band = 0; band < target.length; band++) {
        coefficients[band][r] += weighted * target[band][pixel];
      }
    }
  }

  private double[][] residualCovariance(double residualRidge) {
    var covariance = new double[target.length][target.length];
    double sum = 0;
    for (int i = 0; i < sample.length; i++) {
      if (weights[i] > 0) {
        readResidual(sample[i]);
        sum += weights[i];
        for (int r = 0; r < residual.length; r++) {
          for (int c = 0; c <= r; c++) {
            covariance[r][c] += weights[i] * residual[r] * residual[c];
          }
        }
      }
    }
    for (int r = 0; r < residual.length; r++) {
      for (int c = 0; c <= r; c++) {
        covariance[r][c] *= (r == c ? 1 + residualRidge : 1) / sum;
      }
    }
    return covariance;
  }

  private void readResidual(int pixel) {
    rows.read(pixel, row);
    for (int band = 0; band < target.length; band++) {
      double rest = target[band][pixel];
      double[] coefficient = coefficients[band];
      for (int k = 0; k < size; k++) {
        rest -= coefficient[k] * row[k];
      }
      residual[band] = rest;
    }
  }
}
