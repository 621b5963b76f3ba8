package org.sitewatch.detect.change;

import java.util.Arrays;

/**
 * Brings all looks of a series to one scale: each is fitted to the per-pixel median of the earlier
 * looks, and once more to the median of the fitted ones.
 */
public final class CommonScale {
  private static final int ROUNDS = 2;

  /** Offset and gain are then known to about 4 % of the noise; more pixels only cost time. */
  private static final int MAX_SAMPLE = 1024;

  /** Fewer pixels in common with the reference leave a look as it is. */
  private static final int MIN_PAIRS = 50;

  /**
   * From so many earlier looks on their median is no quieter a reference than it is a look among
   * others, and orthogonal regression is fair to both; a single earlier look only predicts.
   */
  private static final int MIN_LOOKS_FOR_ORTHOGONAL = 3;

  private CommonScale() {}

  /**
   * @param planes [look][pixel] of one band, standardised; the last look is the one to judge, the
   *     others are earlier
   * @param seen [look][pixel]
   * @return one map for each look
   */
  public static LinearMap[] fit(float[][] planes, boolean[][] seen) {
    int last = planes.length - 1;
    boolean orthogonal = last >= MIN_LOOKS_FOR_ORTHOGONAL;
    int[] sample = Sample.ofAll(planes[last].length, MAX_SAMPLE);
    double[][] values = values(planes, seen, sample);
    var maps = new LinearMap[planes.length];
    Arrays.fill(maps, new LinearMap(0, 1));
    for (int round = 0; round < ROUNDS; round++) {
      double[] reference = medians(values, last);
      for (int look = 0; look <= last; look++) {
        var map = fit(reference, values[look], orthogonal);
        maps[look] = maps[look].then(map);
        if (round < ROUNDS - 1) {
          map.apply(values[look], sample.length);
        }
      }
    }
    return maps;
  }

  private static double[][] values(float[][] planes, boolean[][] seen, int[] sample) {
    var values = new double[planes.length][sample.length];
    for (int look = 0; look < planes.length; look++) {
      for (int i = 0; i < sample.length; i++) {
        values[look][i] = seen[look][sample[i]] ? planes[look][sample[i]] : Double.NaN;
      }
    }
    return values;
  }

  private static double[] medians(double[][] values, int looks) {
    var planes = new float[looks][values[0].length];
    var seen = new boolean[looks][values[0].length];
    var unchanged = new LinearMap[looks];
    Arrays.fill(unchanged, new LinearMap(0, 1));
    for (int look = 0; look < looks; look++) {
      for (int i = 0; i < values[look].length; i++) {
        seen[look][i] = !Double.isNaN(values[look][i]);
        planes[look][i] = (float) values[look][i];
      }
    }
    var median = new float[values[0].length];
    Baseline.median(planes, seen, unchanged, median);
    var medians = new double[median.length];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = median[i];
    }
    return medians;
  }

  private static LinearMap fit(double[] reference, double[] values, boolean orthogonal) {
    var x = new double[values.length];
    var y = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(reference[i]) && !Double.isNaN(values[i])) {
        x[count] = reference[i];
        y[count++] = values[i];
      }
    }
    return count < MIN_PAIRS
        ? new LinearMap(0, 1)
        : SceneNormalization.fit(x, y, count, orthogonal);
  }
}
