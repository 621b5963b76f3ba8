package org.sitewatch.detect.series;

/**
 * Medians of the newest 3, 5 and 7 of seven values, for many columns at once. Of two sorted lists
 * the n-th smallest is the least, over the ways to split n between them, of the larger of the two
 * values there; so each window takes the sorted middle of the one before and a sorted pair. Only
 * minima and maxima of whole rows are left, which the JVM vectorises row by row.
 */
final class WindowMedians {
  private final int columns;
  private final float[] first;
  private final float[] second;
  private final float[] third;
  private final float[] low;
  private final float[] middle;
  private final float[] high;
  private final float[] less;
  private final float[] more;
  private final float[] spare;

  WindowMedians(int columns) {
    this.columns = columns;
    this.first = new float[columns];
    this.second = new float[columns];
    this.third = new float[columns];
    this.low = new float[columns];
    this.middle = new float[columns];
    this.high = new float[columns];
    this.less = new float[columns];
    this.more = new float[columns];
    this.spare = new float[columns];
  }

  /**
   * @param rows [place, 0 the newest][column], seven rows without NaN; not changed
   */
  void take(float[][] rows) {
    sortThree(rows[0], rows[1], rows[2]);
    sortPair(rows[3], rows[4]);
    middleOfFive();
    sortPair(rows[5], rows[6]);
    middleOfSeven();
  }

  float[] ofThree() {
    return second;
  }

  float[] ofFive() {
    return middle;
  }

  float[] ofSeven() {
    return high;
  }

  private void sortThree(float[] a, float[] b, float[] c) {
    min(a, b, first);
    max(a, b, third);
    min(third, c, spare);
    max(third, c, third);
    max(first, spare, second);
    min(first, spare, first);
  }

  private void sortPair(float[] a, float[] b) {
    min(a, b, less);
    max(a, b, more);
  }

  /** Second, third and fourth smallest of the sorted three and the pair. */
  private void middleOfFive() {
    max(first, less, low);
    min(low, second, low);
    min(low, more, low);
    max(second, less, middle);
    min(middle, third, middle);
    max(first, more, spare);
    min(middle, spare, middle);
    max(third, less, high);
    max(second, more, spare);
    min(high, spare, high);
  }

  /** Fourth smallest of seven: of the middle three of five, and the pair. */
  private void middleOfSeven() {
    max(middle, less, spare);
    min(high, spare, high);
    max(low, more, spare);
    min(high, spare, high);
  }

  private void min(float[] a, float[] b, float[] out) {
    for (int i = 0; i < columns; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
  }

  private void max(float[] a, float[] b, float[] out) {
    for (int i = 0; i < columns; i++) {
      out[i] = Math.max(a[i], b[i]);
    }
  }
}
