package org.sitewatch.detect.score;

/**
 * From a score to the share of objects of that score that were disturbances, found by isotonic
 * regression: never falling, linear between its points, constant beyond them.
 */
public final class Calibration {
  private final double[] scores;
  private final double[] probabilities;

  /**
   * @param scores rising
   * @param probabilities at the scores, not falling, 0 to 1
   * @throws IllegalArgumentException if they are not
   */
  public Calibration(double[] scores, double[] probabilities) {
    if (scores.length < 2 || scores.length != probabilities.length) {
      throw new IllegalArgumentException(
          "calibration must have as many scores as probabilities and at least 2, got %d and %d"
              .formatted(scores.length, probabilities.length));
    }
    for (int i = 0; i < scores.length; i++) {
      boolean isRising = i == 0 || scores[i] > scores[i - 1];
      boolean isNotFalling = i == 0 || probabilities[i] >= probabilities[i - 1];
      if (!Double.isFinite(scores[i]) || !isRising) {
        throw new IllegalArgumentException("calibration scores must rise, entry " + i);
      }
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1) || !isNotFalling) {
        throw new IllegalArgumentException(
            "calibrated probabilities must be 0 to 1 and not fall, entry " + i);
      }
    }
    this.scores = scores.clone();
    this.probabilities = probabilities.clone();
  }

  /** 0 to 1. */
  public double probability(double score) {
    int above = 0;
    while (above < scores.length && scores[above] < score) {
      above++;
    }
    if (above == 0) {
      return probabilities[0];
    }
    if (above == scores.length) {
      return probabilities[above - 1];
    }
    double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
  }

  /** The largest probability it gives. */
  public double most() {
    return probabilities[probabilities.length - 1];
  }

  /** The smallest score with at least a probability; infinite if none has it. */
  public double scoreOf(double probability) {
    if (probability <= probabilities[0]) {
      return Double.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < scores.length; i++) {
      if (probabilities[i] >= probability) {
        double share =
            (probability - probabilities[i - 1]) / (probabilities[i] - probabilities[i - 1]);
        return scores[i - 1] + share * (scores[i] - scores[i - 1]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
