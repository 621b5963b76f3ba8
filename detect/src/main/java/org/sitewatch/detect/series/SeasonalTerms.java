package org.sitewatch.detect.series;

/** What a year is made of: level, one wave a year, one wave a half-year. No trend: it runs away. */
public final class SeasonalTerms {
  public static final int COUNT = 5;

  public static final double DAYS_A_YEAR = 365.25;

  private SeasonalTerms() {}

  /** {@code [1, cos, sin, cos 2, sin 2]} of the day's place in the year. */
  public static double[] of(double day) {
    double angle = 2 * Math.PI * day / DAYS_A_YEAR;
    return new double[] {
      1,
      StrictMath.cos(angle),
      StrictMath.sin(angle),
      StrictMath.cos(2 * angle),
      StrictMath.sin(2 * angle)
    };
  }
}
