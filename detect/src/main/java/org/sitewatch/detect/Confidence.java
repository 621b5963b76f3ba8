package org.sitewatch.detect;

/**
 * Confidence from evidence: {@code ceiling(status) × (1 - 2^(-E / seed))}, E the mean evidence L
 * over the valid looks, clean ones counted as 0. Half of the ceiling at an evidence that would just
 * have raised it. Monotone in the evidence, not a probability: nothing has calibrated it yet.
 */
final class Confidence {
  private Confidence() {}

  /** 0 to the ceiling of the status. */
  static double of(Status status, double evidence, double seedEvidence) {
    return FixedDecimals.of(ceiling(status) * (1 - StrictMath.pow(2, -evidence / seedEvidence)));
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
