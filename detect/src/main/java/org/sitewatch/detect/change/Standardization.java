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
   */
  public static LinearMap of(float[] values, boolean[] seen) {
    var sample = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (seen[i]) {
        sample[count++] = values[i];
      }
    }
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += sample[i] / count;
    }
    double variance = 0;
    for (int i = 0; i < count; i++) {
      variance += (sample[i] - mean) * (sample[i] - mean) / count;
    }
    double median = Median.of(sample, count);
    double scale = Median.scale(sample, count, median);
    if (!(scale > 0)) {
      scale = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new LinearMap(median, scale);
  }

  /** Applies a map to every seen pixel; the others become NaN. */
  public static float[] apply(LinearMap map, float[] values, boolean[] seen) {
    var mapped = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      mapped[i] = seen[i] ? (float) map.apply(values[i]) : Float.NaN;
    }
    return mapped;
  }
}
