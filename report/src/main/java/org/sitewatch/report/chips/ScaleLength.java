package org.sitewatch.report.chips;

/** Lengths for scale bars: 1, 2, 5, 10, 20, 50 … m. */
public final class ScaleLength {
  private static final double[] STEPS = {2, 2.5, 2};

  private ScaleLength() {}

  /** The longest that is not longer, at least 1 m. */
  public static double atMost_m(double longest_m) {
    double length = 1;
    for (int i = 0; length * STEPS[i % STEPS.length] <= longest_m; i++) {
      length *= STEPS[i % STEPS.length];
    }
    return length;
  }

  /** In m, from 1000 m on in km. */
  public static String text(double length_m) {
    long whole = Math.round(length_m);
    return whole >= 1000 ? whole / 1000 + " km" : whole + " m";
  }
}
