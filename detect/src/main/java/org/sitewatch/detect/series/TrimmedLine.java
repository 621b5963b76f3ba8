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
    var near = new boolean[count];
    for (int i = 0; i < count; i++) {
      work[i] = y[i] - x[i];
      near[i] = true;
    }
    double offset = Median.of(work, count);
    double gain = 1;
    for (int round = 0; round < TRIMS; round++) {
      var moments = new Moments();
      for (int i = 0; i < count; i++) {
        if (near[i]) {
          moments.add(x[i], y[i]);
        }
      }
      if (moments.count < LEAST_PAIRS) {
        break;
      }
      gain = moments.gain();
      offset = moments.meanY() - gain * moments.meanX();
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (near[i]) {
          work[kept++] = Math.abs(y[i] - offset - gain * x[i]);
        }
      }
      double cut = CUT_SIGMAS * (Median.MAD_TO_SIGMA * Median.of(work, kept) + LEAST_SIGMA);
      for (int i = 0; i < count; i++) {
        near[i] = Math.abs(y[i] - offset - gain * x[i]) < cut;
      }
    }
    return new LinearMap(offset, gain);
  }

  private static final class Moments {
    private int count;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    void add(double left, double right) {
      count++;
      x += left;
      y += right;
      xx += left * left;
      yy += right * right;
      xy += left * right;
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
