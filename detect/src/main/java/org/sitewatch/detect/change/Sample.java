package org.sitewatch.detect.change;

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

  /** Enough of the seen values of a plane for a median and a scale. */
  static double[] ofSeen(float[] plane, boolean[] seen) {
    return values(plane, of(seen, FOR_MEDIAN));
  }

  private static double[] values(float[] plane, int[] sample) {
    var values = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      values[i] = plane[sample[i]];
    }
    return values;
  }

  /** Every k-th seen pixel in raster order, k the smallest that gives at most {@code most}. */
  public static int[] of(boolean[] seen, int most) {
    int total = 0;
    for (boolean pixel : seen) {
      total += pixel ? 1 : 0;
    }
    int step = Math.max(1, (total + most - 1) / most);
    var sample = new int[(total + step - 1) / step];
    int index = 0;
    for (int pixel = 0; pixel < seen.length; pixel++) {
      if (seen[pixel] && index++ % step == 0) {
        sample[(index - 1) / step] = pixel;
      }
    }
    return sample;
  }
}
