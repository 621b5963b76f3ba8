package org.sitewatch.detect;

import org.sitewatch.detect.series.FalseAlarmRate;

/**
 * On a long history: evidence against the site's own years, of which it is known how many false
 * alarms a year they raise. Confidence is {@code 1 / (1 + λ(L))}: one half where the site would
 * raise one false alarm a year.
 *
 * @param seed the threshold that holds the budget
 */
record SiteNullRule(double seed, FalseAlarmRate rate) implements AlertRule {
  private static final double GROW_SHARE = 0.7;

  @Override
  public double grow() {
    return GROW_SHARE * seed;
  }

  @Override
  public boolean cutsToHalfAmplitude() {
    return false;
  }

  @Override
  public double confidence(Status status, double meanEvidence, double peak) {
    return Double.isNaN(peak) ? 0 : FixedDecimals.of(1 / (1 + rate.at(peak)));
  }
}
