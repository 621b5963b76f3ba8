package org.sitewatch.detect.series;

import java.util.Arrays;

/**
 * Medians of |z| of one pixel and band over the year and over each season at once: the values are
 * sorted once, with the look they come from, and each season counts its own up to its middle.
 */
final class PixelMedians {
  private final int[][] near;
  private final long[] sorted;
  private final int[] counts = new int[SeasonSlots.COUNT];
  private final int[] passed = new int[SeasonSlots.COUNT];
  private final double[] medians = new double[SeasonSlots.COUNT];
  private int count;

  /**
   * @param near for each look of the history the seasons it counts for
   */
  PixelMedians(int[][] near) {
    this.near = near;
    this.sorted = new long[near.length];
  }

  void measure(float[][][] z, boolean[][] valid, int[] looks, int band, int pixel) {
    count = 0;
    Arrays.fill(counts, 0);
    Arrays.fill(passed, 0);
    for (int i = 0; i < looks.length; i++) {
      if (valid[looks[i]][pixel]) {
        // The bits of floats >= 0 are ordered as the floats are.
        int bits = Float.floatToRawIntBits(Math.abs(z[looks[i]][band][pixel]));
        sorted[count++] = (long) bits << 32 | i;
        for (int slot : near[i]) {
          counts[slot]++;
        }
      }
    }
    Arrays.sort(sorted, 0, count);
    for (int place = 0; place < count; place++) {
      for (int slot : near[(int) sorted[place]]) {
        int rank = passed[slot]++;
        int upper = counts[slot] / 2;
        if (rank == upper) {
          boolean odd = (counts[slot] & 1) == 1;
          medians[slot] = odd ? value(place) : 0.5 * (medians[slot] + value(place));
        } else if (rank == upper - 1) {
          medians[slot] = value(place);
        }
      }
    }
  }

  /** Valid looks of the year. */
  int count() {
    return count;
  }

  /** NaN without a valid look. */
  double median() {
    if (count == 0) {
      return Double.NaN;
    }
    double upper = value(count / 2);
    return (count & 1) == 1 ? upper : 0.5 * (value(count / 2 - 1) + upper);
  }

  int count(int slot) {
    return counts[slot];
  }

  /** NaN without a valid look. */
  double median(int slot) {
    return counts[slot] == 0 ? Double.NaN : medians[slot];
  }

  private double value(int place) {
    return Float.intBitsToFloat((int) (sorted[place] >>> 32));
  }
}
