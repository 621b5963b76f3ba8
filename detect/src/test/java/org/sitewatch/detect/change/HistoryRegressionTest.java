package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns side by side against the same fit written plainly, a pixel at a time. */
class HistoryRegressionTest {
  private static final int PIXELS = 3000;
  private static final int PREDICTORS = 9;
  private static final int BANDS = 3;

  private final float[][] history = new float[PREDICTORS][PIXELS];
  private final float[][] target = new float[BANDS][PIXELS];
  private final boolean[] valid = new boolean[PIXELS];

  HistoryRegressionTest() {
    var random = new Random(19);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      for (float[] plane : history) {
        plane[pixel] = (float) random.nextGaussian();
      }
      for (int band = 0; band < BANDS; band++) {
        double sum = 0.3 * band + 0.2 * random.nextGaussian();
        for (int k = 0; k < PREDICTORS; k++) {
          sum += 0.1 * (k - band) * history[k][pixel];
        }
        target[band][pixel] = (float) sum;
      }
      valid[pixel] = pixel % 7 != 3 && pixel / 100 != 11;
    }
    for (int pixel = 500; pixel < 540; pixel++) {
      target[0][pixel] += 4;
    }
  }

  private PredictorColumns columns() {
    return new PredictorColumns() {
      @Override
      public int predictors() {
        return PREDICTORS;
      }

      @Override
      public void read(int[] pixels, int from, int count, double[][] columns) {
        for (int k = 0; k < PREDICTORS; k++) {
          FloatBlock.gather(history[k], pixels, from, count, columns[k]);
        }
      }
    };
  }

  @Test
  void sameBitsAsAPixelAtATime() {
    var length = new float[PIXELS];
    HistoryRegression.score(columns(), target, valid, length);

    float[] plain = plainScore();
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      assertEquals(plain[pixel], length[pixel], "at " + pixel);
    }
    assertTrue(length[520] > 5 && length[0] < 4, length[520] + " and " + length[0]);
  }

  private float[] plainScore() {
    int size = PREDICTORS + 1;
    int[] sample = Sample.of(valid, 2048);
    var weights = new double[sample.length];
    Arrays.fill(weights, 1);
    var squares = new double[sample.length];
    var coefficients = new double[BANDS][size];
    Cholesky whitening = null;
    double stretch = 1;
    for (int round = 0; round < 6; round++) {
      var normal = new double[size][size];
      var right = new double[BANDS][size];
      var sums = new double[BANDS][BANDS];
      double weightSum = 0;
      for (int i = 0; i < sample.length; i++) {
        double[] x = predictors(sample[i]);
        weightSum += weights[i];
        for (int r = 0; r < size; r++) {
          double weighted = weights[i] * x[r];
          for (int c = 0; c <= r; c++) {
            normal[r][c] += weighted * x[c];
          }
          for (int band = 0; band < BANDS; band++) {
            right[band][r] += weighted * target[band][sample[i]];
          }
        }
      }
      double trace = 0;
      for (int k = 0; k < size; k++) {
        trace += normal[k][k];
      }
      for (int k = 0; k < size - 1; k++) {
        normal[k][k] += 1e-3 * trace / size;
      }
      for (int band = 0; band < BANDS; band++) {
        coefficients[band] = right[band];
        new Cholesky(normal).solve(coefficients[band]);
      }
      for (int i = 0; i < sample.length; i++) {
        double[] rest = residual(sample[i], coefficients);
        for (int r = 0; r < BANDS; r++) {
          for (int c = 0; c <= r; c++) {
            sums[r][c] += weights[i] * rest[r] * rest[c];
          }
        }
      }
      for (int r = 0; r < BANDS; r++) {
        for (int c = 0; c <= r; c++) {
          sums[r][c] *= (r == c ? 1 + 0.01 : 1) / weightSum;
        }
      }
      whitening = new Cholesky(sums);
      for (int i = 0; i < sample.length; i++) {
        squares[i] = square(whitening, residual(sample[i], coefficients));
      }
      stretch = chiSquare(0) / Median.of(squares.clone(), squares.length);
      double cut = 1.3 * Math.sqrt(chiSquare(2.326));
      for (int i = 0; i < sample.length; i++) {
        weights[i] = SceneNormalization.bisquare(Math.sqrt(stretch * squares[i]) / cut);
      }
    }
    var length = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      double square = square(whitening, residual(pixel, coefficients));
      length[pixel] =
          valid[pixel] ? (float) (Math.sqrt(stretch * square) / Math.sqrt(BANDS)) : Float.NaN;
    }
    return length;
  }

  private double[] predictors(int pixel) {
    var x = new double[PREDICTORS + 1];
    for (int k = 0; k < PREDICTORS; k++) {
      x[k] = history[k][pixel];
    }
    x[PREDICTORS] = 1;
    return x;
  }

  private double[] residual(int pixel, double[][] coefficients) {
    double[] x = predictors(pixel);
    var rest = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      rest[band] = target[band][pixel];
      for (int k = 0; k < x.length; k++) {
        rest[band] -= coefficients[band][k] * x[k];
      }
    }
    return rest;
  }

  private static double square(Cholesky whitening, double[] residual) {
    whitening.forward(residual);
    double sum = 0;
    for (double value : residual) {
      sum += value * value;
    }
    return sum;
  }

  private static double chiSquare(double deviate) {
    double variance = 2.0 / (9 * BANDS);
    double root = 1 - variance + deviate * Math.sqrt(variance);
    return BANDS * root * root * root;
  }
}
