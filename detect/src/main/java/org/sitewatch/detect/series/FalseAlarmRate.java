package org.sitewatch.detect.series;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How much a site raises at an evidence while nothing is known to happen, counted in a year its
 * model had not learnt, and divided by three: the scale the object model was trained on. It makes
 * evidence of different sites comparable. It holds no budget; that is done by what the object
 * model's probability reaches in the same year, pooled over sites. See
 * docs/detectors/object-score.md.
 *
 * @param rates at {@link ObjectRate#THRESHOLDS}, not rising
 */
public record FalseAlarmRate(double[] rates) implements Serializable {
  private static final double TRAINED_SCALE = 3;

  /** Added to a rate, so that the logarithm of none is finite; per year. */
  private static final double LEAST = 1e-3;

  public FalseAlarmRate {
    rates = rates.clone();
    for (int i = rates.length - 2; i >= 0; i--) {
      rates[i] = Math.max(rates[i], rates[i + 1]);
    }
  }

  /** Of a site whose history is too short for a year to be kept from its model. */
  public static final FalseAlarmRate UNKNOWN =
      new FalseAlarmRate(new double[ObjectRate.THRESHOLDS.length]);

  /**
   * @param own objects a year at each threshold in the site's own history
   */
  public static FalseAlarmRate ofOwn(double[] own) {
    return new FalseAlarmRate(Arrays.stream(own).map(rate -> rate / TRAINED_SCALE).toArray());
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
}
