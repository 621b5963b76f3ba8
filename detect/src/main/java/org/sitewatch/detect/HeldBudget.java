package org.sitewatch.detect;

import java.io.Serializable;

/**
 * How the budget of false alarms is held at a site.
 *
 * @param leastConfidence with which an alert is raised, 0 to 1; NaN if no model of the season with
 *     trained trees judged the site: then nothing is held
 * @param expectedFalseAlarms a year at that confidence, from the site's trial year and its class;
 *     NaN as above
 */
public record HeldBudget(double leastConfidence, double expectedFalseAlarms)
    implements Serializable {
  /** Where no budget is held. */
  public static final HeldBudget NONE = new HeldBudget(Double.NaN, Double.NaN);

  public boolean isKnown() {
    return !Double.isNaN(leastConfidence);
  }

  /** Cut to the decimals that are kept. */
  HeldBudget kept() {
    return new HeldBudget(FixedDecimals.of(leastConfidence), FixedDecimals.of(expectedFalseAlarms));
  }

  /** Of two sensors at one site: their alerts add up. */
  public HeldBudget and(HeldBudget other) {
    if (!isKnown() || !other.isKnown()) {
      return isKnown() ? this : other;
    }
    return new HeldBudget(
            Math.min(leastConfidence, other.leastConfidence),
            expectedFalseAlarms + other.expectedFalseAlarms)
        .kept();
  }
}
