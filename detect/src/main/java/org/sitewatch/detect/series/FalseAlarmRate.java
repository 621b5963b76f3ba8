package org.sitewatch.detect.series;

import java.io.Serializable;

/**
 * False alarms a year that a site is expected to raise at an evidence: λ(L) = (own + 2 class) / 3,
 * own counted in a year its model had not learnt, class those of comparable land. See
 * docs/detectors/budget.md.
 *
 * @param rates at {@link ObjectRate#THRESHOLDS}, not rising
 */
public record FalseAlarmRate(double[] rates) implements Serializable {
  private static final double CLASS_WEIGHT = 2;

  public FalseAlarmRate {
    rates = rates.clone();
    for (int i = rates.length - 2; i >= 0; i--) {
      rates[i] = Math.max(rates[i], rates[i + 1]);
    }
  }

  /**
   * @param own objects a year at each threshold in the site's own history
   * @param ofClass the same of comparable land
   */
  public static FalseAlarmRate of(double[] own, double[] ofClass) {
    var rates = new double[own.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (own[i] + CLASS_WEIGHT * ofClass[i]) / (1 + CLASS_WEIGHT);
    }
    return new FalseAlarmRate(rates);
  }

  /** The smallest threshold that holds a budget; the largest known if none does. */
  public double threshold(double budgetPerYear) {
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] <= budgetPerYear) {
        return ObjectRate.THRESHOLDS[i];
      }
    }
    return ObjectRate.THRESHOLDS[rates.length - 1];
  }

  /** False alarms a year at an evidence; between thresholds and beyond the last it falls on. */
  public double at(double evidence) {
    double[] thresholds = ObjectRate.THRESHOLDS;
    int above = 1;
    while (above < thresholds.length - 1 && thresholds[above] < evidence) {
      above++;
    }
    double share =
        Math.max(
            0, (evidence - thresholds[above - 1]) / (thresholds[above] - thresholds[above - 1]));
    double from = rates[above - 1] + LEAST;
    double to = rates[above] + LEAST;
    return from * StrictMath.pow(to / from, Math.min(share, 1)) / Math.max(1, share);
  }

  private static final double LEAST = 1e-3;
}
