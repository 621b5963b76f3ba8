package org.sitewatch.detect.pair;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Upper tail of the chi-square distribution from a table over its root, linear in between: off by
 * less than 1e-5, which is far below what a weight needs.
 */
public final class ChiSquareTail {
  private static final int STEPS_PER_UNIT = 512;

  /** Beyond, the tail is below 1e-16 for any number of bands we meet. */
  private static final double REACH = 9;

  private final double[] table;

  /**
   * @param degrees degrees of freedom, at least 1
   */
  public ChiSquareTail(int degrees) {
    double end = Math.sqrt(degrees) + REACH;
    table = new double[(int) Math.ceil(end * STEPS_PER_UNIT) + 2];
    for (int i = 0; i < table.length; i++) {
      double root = (double) i / STEPS_PER_UNIT;
      table[i] = Gamma.regularizedGammaQ(0.5 * degrees, 0.5 * root * root);
    }
  }

  /** The value that chi-square stays below with probability {@code p}. */
  public static double quantile(int degrees, double p) {
    return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(p);
  }

  /** P(chi-square > value), in [0, 1]; 0 far out. */
  public double above(double value) {
    double place = Math.sqrt(value) * STEPS_PER_UNIT;
    int left = (int) place;
    if (!(place < table.length - 1)) {
      return 0;
    }
    return table[left] + (place - left) * (table[left + 1] - table[left]);
  }
}
