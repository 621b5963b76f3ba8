package org.sitewatch.detect.series;

import org.sitewatch.detect.change.Cholesky;
import org.sitewatch.detect.change.Median;
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

  private final int modes;
  private final double[] design;
  private final double[] values;
  private final double[] weights;
  private final double ridge;

  private ModeStrengths(float[][][] planes, float[][] z, int[] sample) {
    this.modes = planes.length;
    this.values = new double[sample.length * z.length];
    this.weights = new double[values.length];
    this.design = new double[values.length * modes];
    double trace = 0;
    int row = 0;
    for (int band = 0; band < z.length; band++) {
      for (int pixel : sample) {
        values[row] = z[band][pixel];
        for (int mode = 0; mode < modes; mode++) {
          double value = planes[mode][band][pixel];
          design[row * modes + mode] = value;
          trace += value * value;
        }
        weights[row++] = 1;
      }
    }
    this.ridge = RIDGE * trace / modes;
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
    int size = modes + 1;
    var sums = new double[size * size];
    var row = new double[size];
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        System.arraycopy(design, i * modes, row, 0, modes);
        row[modes] = values[i];
        addProducts(row, weights[i], sums);
      }
    }
    var normal = new double[modes][modes];
    var right = new double[modes];
    for (int i = 0; i < modes; i++) {
      System.arraycopy(sums, i * size, normal[i], 0, modes);
      normal[i][i] += ridge;
      right[i] = sums[modes * size + i];
    }
    new Cholesky(normal).solve(right);
    return right;
  }

  private static void addProducts(double[] row, double weight, double[] sums) {
    int place = 0;
    for (double value : row) {
      double weighted = weight * value;
      for (double other : row) {
        sums[place++] += weighted * other;
      }
    }
  }

  private void weigh(double[] strengths) {
    var distances = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      double rest = values[row];
      for (int mode = 0; mode < modes; mode++) {
        rest -= design[row * modes + mode] * strengths[mode];
      }
      weights[row] = Math.abs(rest);
      distances[row] = weights[row];
    }
    double sigma = Median.MAD_TO_SIGMA * Median.of(distances, distances.length) + 1e-6;
    for (int row = 0; row < values.length; row++) {
      double share = weights[row] / (CUT * sigma);
      weights[row] = share < 1 ? (1 - share * share) * (1 - share * share) : 0;
    }
  }
}
