package org.sitewatch.detect.score;

import java.io.Serializable;

/**
 * The two likeliest types of a disturbance.
 *
 * @param probability of {@code type}, given that something happened: 0 to 1
 * @param secondProbability of {@code second}, at most {@code probability}
 */
public record TypeGuess(
    DisturbanceType type, double probability, DisturbanceType second, double secondProbability)
    implements Serializable {

  /** Where nothing tells types apart. */
  public static final TypeGuess NONE =
      new TypeGuess(DisturbanceType.OTHER, 1, DisturbanceType.OTHER, 0);

  private static final double MEDIUM = 0.5;
  private static final double HIGH = 0.8;

  public TypeGuess {
    if (!(secondProbability >= 0 && probability >= secondProbability && probability <= 1)) {
      throw new IllegalArgumentException(
          "probabilities must be 1 >= first >= second >= 0, got %s and %s"
              .formatted(probability, secondProbability));
    }
  }

  /** EAMENA word; pixels are never "Definite". */
  public String certainty() {
    if (type == DisturbanceType.OTHER) {
      return "Unknown";
    }
    if (probability >= HIGH) {
      return "High";
    }
    return probability >= MEDIUM ? "Medium" : "Low";
  }
}
