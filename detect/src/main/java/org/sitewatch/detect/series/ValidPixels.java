package org.sitewatch.detect.series;

/** Counts over masks of valid pixels. */
final class ValidPixels {
  private ValidPixels() {}

  static int count(boolean[] valid) {
    int count = 0;
    for (boolean pixel : valid) {
      count += pixel ? 1 : 0;
    }
    return count;
  }

  /** Over several looks; long, as a series of large windows exceeds an int. */
  static long count(boolean[][] valid, int[] looks) {
    long count = 0;
    for (int look : looks) {
      count += count(valid[look]);
    }
    return count;
  }

  /** Pixels that are valid in one of the looks at least. */
  static int everSeen(boolean[][] valid, int[] looks) {
    int count = 0;
    for (int pixel = 0; pixel < valid[looks[0]].length; pixel++) {
      for (int look : looks) {
        if (valid[look][pixel]) {
          count++;
          break;
        }
      }
    }
    return count;
  }
}
