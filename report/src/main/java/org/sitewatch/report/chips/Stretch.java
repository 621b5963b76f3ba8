package org.sitewatch.report.chips;

import java.util.Collection;
import java.util.List;
import org.sitewatch.detect.change.Median;

/**
 * From values to 0 to 255, the same for both pictures of a pair.
 *
 * @param least becomes 0
 * @param most becomes 255
 */
record Stretch(double least, double most) {
  private static final double LOW_QUANTILE = 0.01;
  private static final double HIGH_QUANTILE = 0.99;

  /** The object itself is a small part of the ground and must not be lost in white or black. */
  private static final double LOW_OF_OBJECT = 0.05;

  private static final double HIGH_OF_OBJECT = 0.95;

  /** Reflectances closer than this look alike, as they are. */
  private static final double LEAST_RANGE = 0.02;

  /**
   * Over the clear pixels of all looks together; the order of the parts does not matter.
   *
   * @param ground values of clear pixels
   * @param object of these, those of the object
   * @param calibrated whether they are reflectances
   */
  static Stretch of(Collection<float[]> ground, Collection<float[]> object, boolean calibrated) {
    double[] all = together(ground);
    if (all.length == 0) {
      return new Stretch(0, 1);
    }
    double[] own = together(object);
    double least = quantile(all, LOW_QUANTILE);
    double most = quantile(all, HIGH_QUANTILE);
    if (own.length > 0) {
      least = Math.min(least, quantile(own, LOW_OF_OBJECT));
      most = Math.max(most, quantile(own, HIGH_OF_OBJECT));
    }
    double range = calibrated ? LEAST_RANGE : Math.max(Double.MIN_NORMAL, Math.ulp((float) most));
    double lacking = Math.max(0, range - (most - least));
    return new Stretch(least - lacking / 2, most + lacking / 2);
  }

  double range() {
    return most - least;
  }

  /** From the same value on. */
  Stretch withRange(double range) {
    return new Stretch(least, least + range);
  }

  private static double[] together(Collection<float[]> parts) {
    var all = new double[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : List.copyOf(parts)) {
      for (float value : part) {
        all[at++] = value;
      }
    }
    return all;
  }

  /** The value at the nearest rank; the values may be reordered. */
  private static double quantile(double[] values, double share) {
    return Median.select(values, values.length, (int) Math.rint(share * (values.length - 1)));
  }

  /**
   * 0 to 255.
   *
   * @param value not NaN
   */
  int level(double value) {
    double level = Math.rint(255 * (value - least) / (most - least));
    return (int) Math.max(0, Math.min(255, level));
  }
}
