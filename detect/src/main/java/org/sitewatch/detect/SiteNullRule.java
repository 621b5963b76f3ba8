package org.sitewatch.detect;

import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.FalseAlarmRate;

/**
 * On a long history: evidence against the site's own years, of which it is known how many false
 * alarms a year they raise. Confidence is {@code 1 / (1 + λ(L))}: one half where the site would
 * raise one false alarm a year.
 *
 * @param seed the threshold that holds the budget
 */
record SiteNullRule(double seed, FalseAlarmRate rate) implements AlertRule {
  static final double GROW_SHARE = 0.7;
  private static final double SHARED_PIXELS = 4;

  @Override
  public double grow() {
    return GROW_SHARE * seed;
  }

  @Override
  public PixelSet outlined(LookEvidence look, PixelSet region, int minPixels) {
    return EvidenceRim.cut(look.evidence(), region, minPixels);
  }

  /** Noise of neighbours is shared, so that about four pixels make one independent one. */
  @Override
  public double medianOfNull(int pixels) {
    return Math.min(1, Math.sqrt(SHARED_PIXELS / pixels));
  }

  /** That something happened stays true when it is over. */
  @Override
  public double believed(double before, double now) {
    return Math.max(before, now);
  }

  @Override
  public double confidence(LookEvidence look, PixelSet pixels, Status status, double meanEvidence) {
    double peak = look.peak(pixels);
    return Double.isNaN(peak) ? 0 : FixedDecimals.of(1 / (1 + rate.at(peak)));
  }
}
