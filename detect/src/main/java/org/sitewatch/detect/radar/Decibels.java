package org.sitewatch.detect.radar;

import java.util.Set;
import org.sitewatch.detect.change.Median;

/**
 * Backscatter on a logarithmic scale, where speckle is additive and a ratio of two looks is a
 * difference.
 */
public final class Decibels {
  private static final Set<String> RADAR_BANDS = Set.of("vv", "vh", "hh", "hv");

  /** Linear values below this quantile are raised to it: 0 has no logarithm. */
  private static final double LEAST_QUANTILE = 0.001;

  private Decibels() {}

  /** Whether a band of that common name is radar backscatter. */
  public static boolean isRadar(String band) {
    return RADAR_BANDS.contains(band);
  }

  /** Whether values are decibels as they come: linear backscatter is never negative. */
  public static boolean areDecibels(float[] values, boolean[] seen) {
    for (int pixel = 0; pixel < values.length; pixel++) {
      if (seen[pixel] && values[pixel] < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * 10 log10 of linear values, intensity or amplitude.
   *
   * @return NaN where not seen, and everywhere if no seen value is above 0
   */
  public static float[] of(float[] linear, boolean[] seen) {
    var positive = new double[linear.length];
    int count = 0;
    for (int pixel = 0; pixel < linear.length; pixel++) {
      if (seen[pixel] && linear[pixel] > 0) {
        positive[count++] = linear[pixel];
      }
    }
    double least =
        count == 0 ? Double.NaN : Median.select(positive, count, (int) (LEAST_QUANTILE * count));
    var decibels = new float[linear.length];
    for (int pixel = 0; pixel < linear.length; pixel++) {
      decibels[pixel] =
          seen[pixel] ? (float) (10 * StrictMath.log10(Math.max(least, linear[pixel]))) : Float.NaN;
    }
    return decibels;
  }
}
