package org.sitewatch.detect;

/**
 * Below a long history: evidence against the null of a single scene, whose false alarms over a year
 * nobody can tell. Confidence is {@code ceiling(status) × (1 - 2^(-E / seed))}, E the mean evidence
 * over the valid looks: half of the ceiling at an evidence that would just have raised it. Monotone
 * in the evidence, not a probability.
 */
record SceneNullRule(double seed, double grow) implements AlertRule {

  @Override
  public boolean cutsToHalfAmplitude() {
    return true;
  }

  @Override
  public double confidence(Status status, double meanEvidence, double peak) {
    return FixedDecimals.of(ceiling(status) * (1 - StrictMath.pow(2, -meanEvidence / seed)));
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
