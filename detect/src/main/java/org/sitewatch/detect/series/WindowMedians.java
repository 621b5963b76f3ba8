package org.sitewatch.detect.series;

/**
 * Medians of the newest 3, 5 and 7 of seven values, for many columns at once. The smallest but n of
 * two sorted lists is a minimum of maxima over the ways to split n between them, so each window
 * takes the sorted middle of the one before and a sorted pair; only minima and maxima are left,
 * which the JVM vectorises.
 */
final class WindowMedians {
  private WindowMedians() {}

  /**
   * @param rows [place, 0 the newest][column], seven rows without NaN; not changed
   * @param medians [3, 5, 7][column]
   */
  static void of(float[][] rows, int columns, float[][] medians) {
    of(
        rows[0],
        rows[1],
        rows[2],
        rows[3],
        rows[4],
        rows[5],
        rows[6],
        medians[0],
        medians[1],
        medians[2],
        columns);
  }

  private static void of(
      float[] r0,
      float[] r1,
      float[] r2,
      float[] r3,
      float[] r4,
      float[] r5,
      float[] r6,
      float[] median3,
      float[] median5,
      float[] median7,
      int columns) {
    for (int i = 0; i < columns; i++) {
      float small = Math.min(r0[i], r1[i]);
      float large = Math.max(r0[i], r1[i]);
      float first = Math.min(small, r2[i]);
      float third = Math.max(large, r2[i]);
      float second = Math.max(small, Math.min(large, r2[i]));
      float less = Math.min(r3[i], r4[i]);
      float more = Math.max(r3[i], r4[i]);
      float firstOrLess = Math.max(first, less);
      float secondOrLess = Math.max(second, less);
      // Second, third and fourth smallest of the five.
      float low = Math.min(Math.min(second, firstOrLess), more);
      float middle = Math.min(Math.min(third, secondOrLess), Math.max(first, more));
      float high = Math.min(Math.max(third, less), Math.max(second, more));
      float lastLess = Math.min(r5[i], r6[i]);
      float lastMore = Math.max(r5[i], r6[i]);
      median3[i] = second;
      median5[i] = middle;
      median7[i] = Math.min(high, Math.min(Math.max(middle, lastLess), Math.max(low, lastMore)));
    }
  }
}
