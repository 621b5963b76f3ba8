package org.sitewatch.detect.pair;

import java.util.Arrays;
import java.util.Comparator;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.change.Sample;

/**
 * How far one band lies from what its value at the earlier date became elsewhere: median and MAD of
 * the later date along the earlier one's values, in parts of equal count, linear in between.
 * Follows relations that bend (sensors that saturate, dark ground that stays while bright ground
 * dries), and noise that differs between dark and bright.
 */
public final class ConditionalChange {
  private static final int PARTS = 8;

  /** Pixels that the relation is read from, at most. */
  private static final int MAX_SAMPLE = 16384;

  /** Part of the middle part's variance that is added to all: nothing is free of noise. */
  private static final double COMMON_VARIANCE = 0.25;

  private ConditionalChange() {}

  /**
   * @param before [pixel], standardised
   * @param after [pixel], standardised
   * @param valid finite in both; at least one pixel for each part
   * @param length target, at least 0, in units of noise; NaN where not valid
   */
  public static void score(float[] before, float[] after, boolean[] valid, float[] length) {
    int[] sample = Sample.of(valid, MAX_SAMPLE);
    int[] order =
        Arrays.stream(sample)
            .boxed()
            .sorted(Comparator.comparingDouble(pixel -> before[pixel]))
            .mapToInt(Integer::intValue)
            .toArray();
    var places = new double[PARTS];
    var medians = new double[PARTS];
    var spreads = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      int from = (int) ((long) part * order.length / PARTS);
      int end = (int) ((long) (part + 1) * order.length / PARTS);
      int[] members = Arrays.copyOfRange(order, from, end);
      double[] x = Arrays.stream(members).mapToDouble(pixel -> before[pixel]).toArray();
      double[] y = Arrays.stream(members).mapToDouble(pixel -> after[pixel]).toArray();
      places[part] = Median.of(x, x.length);
      medians[part] = Median.of(y, y.length);
      spreads[part] = Median.scale(y, y.length, medians[part]);
    }
    double middle = Median.of(spreads.clone(), PARTS);
    double common = Math.max(COMMON_VARIANCE * middle * middle, Double.MIN_NORMAL);
    for (int part = 0; part < PARTS; part++) {
      spreads[part] = Math.sqrt(spreads[part] * spreads[part] + common);
    }
    for (int pixel = 0; pixel < length.length; pixel++) {
      length[pixel] = Float.NaN;
      if (valid[pixel]) {
        double left = after[pixel] - between(places, medians, before[pixel]);
        length[pixel] = (float) Math.abs(left / between(places, spreads, before[pixel]));
      }
    }
  }

  /** Linear between the places, level beyond the outer ones. */
  private static double between(double[] places, double[] values, double place) {
    int right = 0;
    while (right < places.length && places[right] < place) {
      right++;
    }
    if (right == 0 || right == places.length) {
      return values[Math.min(right, places.length - 1)];
    }
    double share = (place - places[right - 1]) / (places[right] - places[right - 1]);
    return values[right - 1] + share * (values[right] - values[right - 1]);
  }
}
