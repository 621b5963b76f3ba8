package org.sitewatch.detect.series;

import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.change.Median;

/**
 * Line {@code y = offset + gain * x} by orthogonal regression (both sides carry noise) on the pairs
 * that lie near it; a gain that the pairs cannot tell is drawn to 1.
 */
final class TrimmedLine {
  private static final int TRIMS = 6;

  /** Pairs further off than this many robust standard deviations are left out of the next round. */
  private static final double CUT_SIGMAS = 2.5;

  /** Fewer pairs left: the line stays as it is. */
  private static final int LEAST_PAIRS = 50;

  /** Variance of x, in reflectance², at which the pairs count as much as the belief in gain 1. */
  private static final double BELIEF_IN_ONE = 2e-5;

  /** Gains outside are no change of light: the look shows something else. */
  private static final double MIN_GAIN = 0.6;

  private static final double MAX_GAIN = 1.6;

  /** Keeps divisions and cuts above 0 where all pairs agree; far below a code of any sensor. */
  private static final double LEAST_VARIANCE = 1e-9;

  private static final double LEAST_SIGMA = 1e-5;

  private TrimmedLine() {}

  /**
   * @param count how many pairs, the first of both arrays, at least 1, none NaN
   */
  static LinearMap fit(double[] x, double[] y, int count) {
    var work = new double[count];
    for (int i = 0; i < count; i++) {
      work[i] = y[i] - x[i];
    }
    double offset = Median.of(work, count);
    double gain = 1;
    double[] nearX = x.clone();
    double[] nearY = y.clone();
    int near = count;
    for (int round = 0; round < TRIMS && near >= LEAST_PAIRS; round++) {
      var moments = Moments.of(nearX, nearY, near);
      gain = moments.gain();
      offset = moments.meanY() - gain * moments.meanX();
      distances(nearX, nearY, near, offset, gain, work);
      double cut = CUT_SIGMAS * (Median.MAD_TO_SIGMA * Median.of(work, near) + LEAST_SIGMA);
      distances(x, y, count, offset, gain, work);
      near = 0;
      for (int i = 0; i < count; i++) {
        nearX[near] = x[i];
        nearY[near] = y[i];
        near += work[i] < cut ? 1 : 0;
      }
    }
    return new LinearMap(offset, gain);
  }

  private static void distances(
      double[] x, double[] y, int count, double offset, double gain, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.abs(y[i] - offset - gain * x[i]);
    }
  }

  /** Sums over pairs. */
  private record Moments(int count, double x, double y, double xx, double yy, double xy) {

    static Moments of(double[] left, double[] right, int count) {
      double x = 0;
      double y = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int i = 0; i < count; i++) {
        x += left[i];
        y += right[i];
        xx += left[i] * left[i];
        yy += right[i] * right[i];
        xy += left[i] * right[i];
      }
      return new Moments(count, x, y, xx, yy, xy);
    }

    double meanX() {
      return x / count;
    }

    double meanY() {
      return y / count;
    }

    double gain() {
      double varX = xx / count - meanX() * meanX();
      double varY = yy / count - meanY() * meanY();
      double both = xy / count - meanX() * meanY();
      double difference = varY - varX;
      double slope =
          both > 0
              ? (difference + Math.sqrt(difference * difference + 4 * both * both)) / (2 * both)
              : both / (varX + LEAST_VARIANCE);
      double drawn = (slope * varX + BELIEF_IN_ONE) / (varX + BELIEF_IN_ONE);
      return Math.min(MAX_GAIN, Math.max(MIN_GAIN, drawn));
    }
  }
}
