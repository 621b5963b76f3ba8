package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.sitewatch.detect.change.Cholesky;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.change.SceneNormalization;

/**
 * All bands of one date predict all bands of the other: ridge regression with bisquare weights on
 * the Mahalanobis length of the residual (Maronna 1976), over the pixels given.
 */
final class RobustRegression {
  private static final int ROUNDS = 6;
  private static final double RIDGE = 1e-3;

  /** Share of a band's residual variance that is added to it: no mixture of bands is noise-free. */
  private static final double RESIDUAL_RIDGE = 0.01;

  /** The weight reaches 0 at this multiple of the 99 % point of the chi distribution. */
  private static final double CUT_FACTOR = 1.3;

  private final int bands;
  private final double[][] coefficients;
  private double[][] covariance;

  private RobustRegression(int bands) {
    this.bands = bands;
    coefficients = new double[bands][bands + 1];
  }

  /**
   * @param pixels more than there are coefficients; finite in every band
   */
  static RobustRegression fit(float[][] before, float[][] after, int[] pixels) {
    var fit = new RobustRegression(before.length);
    var weights = new double[pixels.length];
    var squares = new double[pixels.length];
    var residual = new double[before.length];
    double cut = CUT_FACTOR * Math.sqrt(ChiSquareTail.quantile(before.length, 0.99));
    double middle = ChiSquareTail.quantile(before.length, 0.5);
    Arrays.fill(weights, 1);
    for (int round = 0; round < ROUNDS; round++) {
      fit.solve(before, after, pixels, weights);
      fit.spread(before, after, pixels, weights);
      var whitening = new Cholesky(fit.covariance);
      for (int i = 0; i < pixels.length; i++) {
        fit.residual(before, after, pixels[i], residual);
        squares[i] = square(whitening, residual);
      }
      double median = Median.of(squares.clone(), squares.length);
      double stretch = median > 0 ? middle / median : 1;
      for (int i = 0; i < pixels.length; i++) {
        weights[i] = SceneNormalization.bisquare(Math.sqrt(stretch * squares[i]) / cut);
      }
      for (double[] row : fit.covariance) {
        for (int band = 0; band < row.length; band++) {
          row[band] /= stretch;
        }
      }
    }
    return fit;
  }

  static double square(Cholesky whitening, double[] residual) {
    whitening.forward(residual);
    double sum = 0;
    for (double value : residual) {
      sum += value * value;
    }
    return sum;
  }

  private void solve(float[][] before, float[][] after, int[] pixels, double[] weights) {
    int size = bands + 1;
    var normal = new double[size][size];
    var row = new double[size];
    row[bands] = 1;
    for (double[] coefficient : coefficients) {
      Arrays.fill(coefficient, 0);
    }
    for (int i = 0; i < pixels.length; i++) {
      for (int band = 0; band < bands; band++) {
        row[band] = before[band][pixels[i]];
      }
      for (int r = 0; r < size; r++) {
        double weighted = weights[i] * row[r];
        for (int c = 0; c <= r; c++) {
          normal[r][c] += weighted * row[c];
        }
        for (int band = 0; band < bands; band++) {
          coefficients[band][r] += weighted * after[band][pixels[i]];
        }
      }
    }
    double trace = 0;
    for (int k = 0; k < size; k++) {
      trace += normal[k][k];
    }
    for (int k = 0; k < bands; k++) {
      normal[k][k] += RIDGE * trace / size;
    }
    var factor = new Cholesky(normal);
    for (double[] coefficient : coefficients) {
      factor.solve(coefficient);
    }
  }

  private void spread(float[][] before, float[][] after, int[] pixels, double[] weights) {
    covariance = new double[bands][bands];
    var residual = new double[bands];
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      residual(before, after, pixels[i], residual);
      sum += weights[i];
      for (int r = 0; r < bands; r++) {
        for (int c = 0; c <= r; c++) {
          covariance[r][c] += weights[i] * residual[r] * residual[c];
        }
      }
    }
    for (int r = 0; r < bands; r++) {
      for (int c = 0; c <= r; c++) {
        covariance[r][c] *= (r == c ? 1 + RESIDUAL_RIDGE : 1) / sum;
        covariance[c][r] = covariance[r][c];
      }
    }
  }

  void residual(float[][] before, float[][] after, int pixel, double[] residual) {
    for (int band = 0; band < bands; band++) {
      double[] coefficient = coefficients[band];
      double rest = after[band][pixel] - coefficient[bands];
      for (int k = 0; k < bands; k++) {
        rest -= coefficient[k] * before[k][pixel];
      }
      residual[band] = rest;
    }
  }

  /** Of the residual without change, on the scale where its squared length is chi-square. */
  double[][] covariance() {
    return covariance;
  }
}
