package org.sitewatch.detect.series;

/** False alarms a year by kind of land. */
public final class LandClassRates {
  /** At {@link ObjectRate#THRESHOLDS}. */
  public static final double[] ALL = new double[ObjectRate.THRESHOLDS.length];

  private LandClassRates() {}
}
