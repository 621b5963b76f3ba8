package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.Cholesky;
import org.sitewatch.detect.change.FloatBlock;

/**
 * Makes bands that move together count once: u = L⁻¹ D⁻¹ z, D the root mean squares of the bands
 * and L L' their correlations over the history (values clipped at 5), mixed with a tenth of the
 * unit matrix. Under no change |u|² then has the mean of the number of bands, but heavier tails
 * than χ²: no p-value is read off it. See docs/detectors/scale-and-whitening.md.
 */
public final class Whitening {
  private static final double CLIP = 5;
  private static final double UNIT_SHARE = 0.1;
  private static final int MOST_VECTORS = 200_000;
  private static final double LEAST_SQUARE = 1e-12;

  private final double[][] matrix;

  private Whitening(double[][] matrix) {
    this.matrix = matrix;
  }

  /**
   * @param u [look][band][pixel], scaled residuals
   * @param valid [look][pixel]; what is not valid is not read
   * @param looks those of the history, at least one with a valid pixel
   */
  public static Whitening fit(float[][][] u, boolean[][] valid, int[] looks) {
    var sample = SeriesSample.of(valid, looks, MOST_VECTORS);
    if (sample.size() == 0) {
      throw new IllegalArgumentException("no valid pixel in " + looks.length + " looks of history");
    }
    int bands = u[looks[0]].length;
    var products = new double[bands][bands];
    var vector = new double[bands];
    for (int i = 0; i < sample.size(); i++) {
      float[][] look = u[sample.look(i)];
      for (int band = 0; band < bands; band++) {
        vector[band] = Math.max(-CLIP, Math.min(CLIP, look[band][sample.pixel(i)]));
        for (int other = 0; other <= band; other++) {
          products[band][other] += vector[band] * vector[other];
        }
      }
    }
    return new Whitening(inverse(products, sample.size()));
  }

  /** A matrix kept earlier, lower triangular. */
  public static Whitening ofMatrix(double[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix.length; column++) {
        if (!Double.isFinite(matrix[row][column]) || (column > row && matrix[row][column] != 0)) {
          throw new IllegalArgumentException(
              "whitening must be finite and lower triangular, got "
                  + matrix[row][column]
                  + (" at " + row + ", " + column));
        }
      }
    }
    return new Whitening(copy(matrix));
  }

  /** [row][band], lower triangular; a copy. */
  public double[][] matrix() {
    return copy(matrix);
  }

  /** Works in place; a pixel that is NaN in one band is NaN from there on. */
  public void apply(float[][] u) {
    var bands = new double[u.length][FloatBlock.SIZE];
    var sums = new double[FloatBlock.SIZE];
    for (int start = 0; start < u[0].length; start += FloatBlock.SIZE) {
      int count = FloatBlock.count(start, u[0].length);
      for (int band = 0; band < u.length; band++) {
        FloatBlock.widen(u[band], start, count, bands[band]);
      }
      for (int row = 0; row < matrix.length; row++) {
        Arrays.fill(sums, 0);
        for (int band = 0; band <= row; band++) {
          accumulate(matrix[row][band], bands[band], count, sums);
        }
        FloatBlock.narrow(sums, count, u[row], start);
      }
    }
  }

  private static void accumulate(double factor, double[] band, int count, double[] sums) {
    for (int i = 0; i < count; i++) {
      sums[i] += factor * band[i];
    }
  }

  private static double[][] inverse(double[][] products, int count) {
    int bands = products.length;
    var roots = new double[bands];
    for (int band = 0; band < bands; band++) {
      roots[band] = Math.sqrt(Math.max(products[band][band] / count, LEAST_SQUARE));
    }
    var mixed = new double[bands][bands];
    for (int row = 0; row < bands; row++) {
      for (int column = 0; column < row; column++) {
        double correlation = products[row][column] / count / (roots[row] * roots[column]);
        mixed[row][column] = (1 - UNIT_SHARE) * correlation;
      }
      mixed[row][row] = 1;
    }
    var factor = new Cholesky(mixed);
    var inverse = new double[bands][bands];
    for (int column = 0; column < bands; column++) {
      var unit = new double[bands];
      unit[column] = 1;
      factor.forward(unit);
      for (int row = column; row < bands; row++) {
        inverse[row][column] = unit[row] / roots[column];
      }
    }
    return inverse;
  }

  private static double[][] copy(double[][] matrix) {
    var copy = new double[matrix.length][];
    for (int row = 0; row < matrix.length; row++) {
      copy[row] = matrix[row].clone();
    }
    return copy;
  }
}
