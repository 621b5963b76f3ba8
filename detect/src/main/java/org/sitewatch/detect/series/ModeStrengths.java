package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.Cholesky;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.change.ProductSums;
import org.sitewatch.detect.change.Sample;

/**
 * How strongly each mode is present in one look: robust least squares over sampled pixels and all
 * bands, Tukey's bisquare weights (cut at 4 σ, σ = 1.4826 median |e|), four rounds, so that what
 * changed on the ground does not bend the fit.
 */
final class ModeStrengths {
  private static final int ROUNDS = 4;
  private static final int MOST_PIXELS = 5000;
  private static final int LEAST_PIXELS = 400;
  private static final double CUT = 4;

  /** Share of the mean diagonal added to it: modes that the sample cannot tell apart stay small. */
  private static final double RIDGE = 1e-3;

  /** Rows taken together, so that a weighted column stays in the nearest cache. */
  private static final int BLOCK = 512;

  private final int modes;

  /** [mode][row], and the values as the last: a row is a sampled pixel in a band. */
  private final double[][] columns;

  private final double[] values;
  private final double[] weights;
  private final double ridge;

  private ModeStrengths(float[][][] planes, float[][] z, int[] sample) {
    this.modes = planes.length;
    this.columns = new double[modes + 1][sample.length * z.length];
    this.values = columns[modes];
    this.weights = new double[values.length];
    Arrays.fill(weights, 1);
    double trace = 0;
    for (int band = 0; band < z.length; band++) {
      int row = band * sample.length;
      gather(z[band], sample, values, row);
      for (int mode = 0; mode < modes; mode++) {
        gather(planes[mode][band], sample, columns[mode], row);
      }
      for (int i = row; i < row + sample.length; i++) {
        for (int mode = 0; mode < modes; mode++) {
          trace += columns[mode][i] * columns[mode][i];
        }
      }
    }
    this.ridge = RIDGE * trace / modes;
  }

  private static void gather(float[] plane, int[] pixels, double[] column, int start) {
    for (int i = 0; i < pixels.length; i++) {
      column[start + i] = plane[pixels[i]];
    }
  }

  /** One strength a mode; all 0 if the look has too few valid pixels to tell. */
  static double[] of(float[][][] planes, float[][] z, boolean[] valid) {
    int[] sample = Sample.of(valid, MOST_PIXELS);
    if (planes.length == 0 || sample.length < LEAST_PIXELS) {
      return new double[planes.length];
    }
    return new ModeStrengths(planes, z, sample).fit();
  }

  private double[] fit() {
    double[] strengths = solve();
    for (int round = 1; round < ROUNDS; round++) {
      weigh(strengths);
      strengths = solve();
    }
    return strengths;
  }

  private double[] solve() {
    var sums = new double[modes + 1][modes + 1];
    var weighted = new double[BLOCK];
    for (int start = 0; start < values.length; start += BLOCK) {
      int length = Math.min(BLOCK, values.length - start);
      for (int row = 0; row <= modes; row++) {
        double[] column = columns[row];
        for (int i = 0; i < length; i++) {
          weighted[i] = weights[start + i] * column[start + i];
        }
        ProductSums.add(weighted, columns, start, length, 0, row + 1, sums[row]);
      }
    }
    double[] right = Arrays.copyOf(sums[modes], modes);
    double[][] normal = Arrays.copyOf(sums, modes);
    for (int i = 0; i < modes; i++) {
      normal[i][i] += ridge;
    }
    new Cholesky(normal).solve(right);
    return right;
  }

  private void weigh(double[] strengths) {
    double[] rest = values.clone();
    for (int mode = 0; mode < modes; mode++) {
      double strength = strengths[mode];
      double[] column = columns[mode];
      for (int row = 0; row < rest.length; row++) {
        rest[row] -= column[row] * strength;
      }
    }
    for (int row = 0; row < rest.length; row++) {
      rest[row] = Math.abs(rest[row]);
      weights[row] = rest[row];
    }
    double sigma = Median.MAD_TO_SIGMA * Median.of(rest, rest.length) + 1e-6;
    for (int row = 0; row < values.length; row++) {
      double share = weights[row] / (CUT * sigma);
      weights[row] = share < 1 ? (1 - share * share) * (1 - share * share) : 0;
    }
  }
}
