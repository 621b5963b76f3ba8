package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.sites.LandCover;

/**
 * How the budget of false alarms is held at a site.
 *
 * @param leastConfidence with which an alert is raised, 0 to 1; NaN if no model of the season with
 *     trained trees judged the site: then nothing is held
 * @param expectedFalseAlarms a year at that confidence, from the site's trial year and its class;
 *     NaN as above
 * @param cover the class that was asked
 * @param ownFalseAlarms at that confidence in the site's trial year, NaN without one
 * @param classFalseAlarms a year at that confidence, mean over the class; NaN as above
 */
public record HeldBudget(
    double leastConfidence,
    double expectedFalseAlarms,
    LandCover cover,
    double ownFalseAlarms,
    double classFalseAlarms)
    implements Serializable {
  /** Where no budget is held. */
  public static final HeldBudget NONE =
      new HeldBudget(Double.NaN, Double.NaN, LandCover.UNKNOWN, Double.NaN, Double.NaN);

  /** The smallest confidence that keeps within a budget. */
  static HeldBudget of(double perYear, ProbabilityRate rate, LandCover cover) {
    double least = rate.thresholdFor(perYear);
    return new HeldBudget(least, rate.at(least), cover, rate.ownAt(least), rate.classAt(least));
  }

  public boolean isKnown() {
    return !Double.isNaN(leastConfidence);
  }

  /** Cut to the decimals that are kept. */
  HeldBudget kept() {
    return new HeldBudget(
        FixedDecimals.of(leastConfidence),
        FixedDecimals.of(expectedFalseAlarms),
        cover,
        FixedDecimals.of(ownFalseAlarms),
        FixedDecimals.of(classFalseAlarms));
  }

  /** Of two sensors at one site: their alerts add up. The class is the first one's. */
  public HeldBudget and(HeldBudget other) {
    if (!isKnown() || !other.isKnown()) {
      return isKnown() ? this : other;
    }
    return new HeldBudget(
            Math.min(leastConfidence, other.leastConfidence),
            expectedFalseAlarms + other.expectedFalseAlarms,
            cover,
            ownFalseAlarms + other.ownFalseAlarms,
            classFalseAlarms + other.classFalseAlarms)
        .kept();
  }
}
