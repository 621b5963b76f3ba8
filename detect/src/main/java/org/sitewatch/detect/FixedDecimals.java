package org.sitewatch.detect;

/**
 * Numbers that are kept from run to run are cut to six decimals when they are made, so that a state
 * read back equals the one that was written and a replay equals week after week.
 */
final class FixedDecimals {
  private static final double PER_UNIT = 1e6;

  private FixedDecimals() {}

  /** NaN stays NaN, -0 becomes 0. */
  static double of(double value) {
    return Math.rint(value * PER_UNIT) / PER_UNIT + 0.0;
  }
}
