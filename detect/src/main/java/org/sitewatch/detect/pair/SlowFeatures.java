package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Iterated slow feature analysis: the mixtures of band differences that vary least against the
 * variation of both dates. Differences in units of their spread, squared and summed, are chi-square
 * with one degree a band where nothing changed; the tail probability is the next round's weight.
 * Every round standardises both dates over what is taken as unchanged, so that gains and offsets do
 * not matter. Wu, Du &amp; Zhang 2014, IEEE TGRS 52(5).
 */
public final class SlowFeatures {
  private static final int MAX_ROUNDS = 50;
  private static final double STILL = 1e-3;
  private static final double LEAST_VARIANCE = 1e-9;

  private final double[] slowness;
  private final double[] means;
  private final double[] scales;
  private final double[][] mixtures;
  private final double weightShare;
  private final boolean settled;

  private SlowFeatures(
      double[] slowness,
      double[] means,
      double[] scales,
      double[][] mixtures,
      double weightShare,
      boolean settled) {
    this.slowness = slowness;
    this.means = means;
    this.scales = scales;
    this.mixtures = mixtures;
    this.weightShare = weightShare;
    this.settled = settled;
  }

  /**
   * @param before [band][pixel]
   * @param after [band][pixel], the same bands
   * @param pixels the pixels to fit on; finite in every band
   */
  public static SlowFeatures fit(float[][] before, float[][] after, int[] pixels) {
    int bands = before.length;
    var moments = new PairMoments(before, after, pixels);
    var tail = new ChiSquareTail(bands);
    var weights = new double[pixels.length];
    Arrays.fill(weights, 1);
    SlowFeatures fit = null;
    boolean settled = false;
    for (int round = 0; round < MAX_ROUNDS && !settled; round++) {
      double sum = moments.update(weights);
      SlowFeatures next;
      try {
        next = of(moments, bands, sum / pixels.length);
      } catch (NonPositiveDefiniteMatrixException e) {
        var none = new double[0];
        return new SlowFeatures(none, none, none, new double[0][], 0, false);
      }
      settled = fit != null && largestStep(fit.slowness, next.slowness) < STILL;
      fit = next;
      for (int i = 0; i < pixels.length; i++) {
        weights[i] = tail.above(fit.chiSquare(before, after, pixels[i]));
      }
    }
    return new SlowFeatures(
        fit.slowness, fit.means, fit.scales, fit.mixtures, fit.weightShare, settled);
  }

  private static SlowFeatures of(PairMoments moments, int bands, double share) {
    var scales = new double[2 * bands];
    for (int band = 0; band < scales.length; band++) {
      scales[band] = Math.sqrt(Math.max(moments.covariance(band, band), LEAST_VARIANCE));
    }
    var differences = new double[bands][bands];
    var both = new double[bands][bands];
    for (int row = 0; row < bands; row++) {
      for (int column = 0; column < bands; column++) {
        double first = correlation(moments, scales, row, column);
        double second = correlation(moments, scales, bands + row, bands + column);
        differences[row][column] =
            first
                + second
                - correlation(moments, scales, row, bands + column)
                - correlation(moments, scales, bands + row, column);
        both[row][column] = 0.5 * (first + second);
      }
    }
    var pencil =
        SymmetricPencil.solve(
            new Array2DRowRealMatrix(differences, false), new Array2DRowRealMatrix(both, false));
    var slowness = new double[bands];
    var mixtures = new double[bands][];
    for (int i = 0; i < bands; i++) {
      slowness[i] = Math.sqrt(Math.max(pencil.value(i), LEAST_VARIANCE));
      mixtures[i] = pencil.vector(i);
    }
    return new SlowFeatures(slowness, moments.means().clone(), scales, mixtures, share, false);
  }

  private static double correlation(PairMoments moments, double[] scales, int row, int column) {
    return moments.covariance(row, column) / (scales[row] * scales[column]);
  }

  private static double largestStep(double[] old, double[] now) {
    double largest = 0;
    for (int i = 0; i < now.length; i++) {
      largest = Math.max(largest, Math.abs(now[i] - old[i]));
    }
    return largest;
  }

  /** Standard deviation of each difference under the weights, largest first. */
  public double[] slowness() {
    return slowness.clone();
  }

  /** Mean weight of the pixels in the last round: how much of the scene is taken as unchanged. */
  public double weightShare() {
    return weightShare;
  }

  /** Whether the slowness stood still before the last round allowed. */
  public boolean isSettled() {
    return settled;
  }

  /** Sum of the squared differences in units of their variances; NaN where a band is NaN. */
  public double chiSquare(float[][] before, float[][] after, int pixel) {
    int bands = slowness.length;
    double sum = 0;
    for (int i = 0; i < bands; i++) {
      double feature = 0;
      for (int band = 0; band < bands; band++) {
        double first = (before[band][pixel] - means[band]) / scales[band];
        double second = (after[band][pixel] - means[bands + band]) / scales[bands + band];
        feature += mixtures[i][band] * (first - second);
      }
      sum += feature * feature / (slowness[i] * slowness[i]);
    }
    return sum;
  }
}
