package org.sitewatch.detect;

import org.sitewatch.detect.segment.PixelSet;

/**
 * Below a long history: evidence against the null of a single scene, whose false alarms over a year
 * nobody can tell. Confidence is {@code ceiling(status) × (1 - 2^(-E / seed))}, E the mean evidence
 * over the valid looks: half of the ceiling at an evidence that would just have raised it. Monotone
 * in the evidence, not a probability.
 */
record SceneNullRule(double seed, double grow) implements AlertRule {

  @Override
  public PixelSet outlined(LookEvidence look, PixelSet region, int minPixels) {
    return HalfAmplitude.of(look, region, seed, minPixels);
  }

  /** What a scene shows by chance is as large as what stands out in it. */
  @Override
  public double medianOfNull(int pixels) {
    return 1;
  }

  @Override
  public double confidence(LookEvidence look, PixelSet pixels, Status status, double meanEvidence) {
    return FixedDecimals.of(ceiling(status) * (1 - StrictMath.pow(2, -meanEvidence / seed)));
  }

  @Override
  public double believed(double before, double now) {
    return now;
  }

  /** One look may be a cloud the mask missed; a second makes that unlikely, a third settles it. */
  private static double ceiling(Status status) {
    return switch (status) {
      case FIRST -> 0.5;
      case PROVISIONAL -> 0.75;
      case CONFIRMED, FINISHED, VERIFIED -> 0.95;
      case DISMISSED -> 0;
    };
  }
}
