package org.sitewatch.detect.change;

/**
 * Robust standardisation of one band of one look over its own clear pixels: median to 0, MAD to 1.
 * All that follows works on such numbers, which is why no result depends on units, gains or offsets
 * of a look.
 */
public final class Standardization {
  private Standardization() {}

  /**
   * The map that standardises the seen values. Where more than half of the values are equal the MAD
   * is 0: the standard deviation takes its place, and 1 that of a standard deviation of 0.
   *
   * @param pixels the seen pixels, or an even sample of them
   */
  public static LinearMap of(float[] values, int[] pixels) {
    double[] sample = Sample.values(values, pixels);
    double median = Median.of(sample, sample.length);
    double scale = Median.scale(sample, sample.length, median);
    if (!(scale > 0)) {
      double deviation = standardDeviation(Sample.values(values, pixels));
      scale = deviation > 0 ? deviation : 1;
    }
    return new LinearMap(median, scale);
  }

  /** Applies a map to every seen pixel; the others become NaN. */
  public static float[] apply(LinearMap map, float[] values, boolean[] seen) {
    var mapped = new float[values.length];
    var block = new double[FloatBlock.SIZE];
    for (int from = 0; from < values.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, values.length);
      FloatBlock.widen(values, from, count, block);
      map.apply(block, count);
      FloatBlock.narrow(block, count, mapped, from);
      silence(mapped, seen, from, count);
    }
    return mapped;
  }

  private static void silence(float[] mapped, boolean[] seen, int from, int count) {
    if (SeenMask.isWhole(seen, from, count)) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      mapped[i] = seen[i] ? mapped[i] : Float.NaN;
    }
  }

  private static double standardDeviation(double[] sample) {
    double mean = 0;
    for (double value : sample) {
      mean += value / sample.length;
    }
    double variance = 0;
    for (double value : sample) {
      variance += (value - mean) * (value - mean) / sample.length;
    }
    return Math.sqrt(variance);
  }
}
