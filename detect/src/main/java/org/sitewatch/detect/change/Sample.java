package org.sitewatch.detect.change;

import java.util.Arrays;

/** An even, repeatable sample of the seen pixels. */
public final class Sample {
  /** So many pixels give a median to about 2 % of the spread; more only cost time. */
  private static final int FOR_MEDIAN = 4096;

  private Sample() {}

  /** Enough of the numbers of a plane for a median and a scale; NaN is left out. */
  static double[] ofNumbers(float[] plane) {
    var seen = new boolean[plane.length];
    for (int i = 0; i < plane.length; i++) {
      seen[i] = !Float.isNaN(plane[i]);
    }
    return values(plane, of(seen, FOR_MEDIAN));
  }

  /** Enough of the seen pixels for a median and a scale. */
  public static int[] forMedian(boolean[] seen) {
    return of(seen, FOR_MEDIAN);
  }

  static double[] values(float[] plane, int[] sample) {
    var values = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      values[i] = plane[sample[i]];
    }
    return values;
  }

  /** Every k-th of all pixels, k the smallest that gives at most {@code most}. */
  static int[] ofAll(int pixels, int most) {
    int step = step(pixels, most);
    var sample = new int[(pixels + step - 1) / step];
    Arrays.setAll(sample, i -> i * step);
    return sample;
  }

  private static int step(int total, int most) {
    return Math.max(1, (total + most - 1) / most);
  }

  /** Every k-th seen pixel in raster order, k the smallest that gives at most {@code most}. */
  public static int[] of(boolean[] seen, int most) {
    if (SeenMask.isWhole(seen, 0, seen.length)) {
      return ofAll(seen.length, most);
    }
    int total = 0;
    for (boolean pixel : seen) {
      total += pixel ? 1 : 0;
    }
    int step = step(total, most);
    var sample = new int[(total + step - 1) / step];
    int index = 0;
    int wait = 1;
    for (int pixel = 0; pixel < seen.length; pixel++) {
      if (seen[pixel] && --wait == 0) {
        sample[index++] = pixel;
        wait = step;
      }
    }
    return sample;
  }
}
