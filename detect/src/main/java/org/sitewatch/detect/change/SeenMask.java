package org.sitewatch.detect.change;

import java.util.Arrays;

/**
 * Most looks see all of most blocks: to ask first is cheaper than to choose for every pixel.
 * Stretches are compared many pixels at a time, which a loop that may end early is not.
 */
public final class SeenMask {
  private static final boolean[] ALL = new boolean[FloatBlock.SIZE];
  private static final boolean[] NONE = new boolean[FloatBlock.SIZE];

  static {
    Arrays.fill(ALL, true);
  }

  private SeenMask() {}

  /** Whether all pixels of a block are seen. */
  public static boolean isWhole(boolean[] seen, int from, int count) {
    return isAll(ALL, seen, from, count);
  }

  /** Whether no pixel of a block is set. */
  public static boolean isEmpty(boolean[] mask, int from, int count) {
    return isAll(NONE, mask, from, count);
  }

  private static boolean isAll(boolean[] pattern, boolean[] mask, int from, int count) {
    int end = from + count;
    int at = from;
    while (at < end) {
      int next = Math.min(end, at + pattern.length);
      if (!Arrays.equals(mask, at, next, pattern, 0, next - at)) {
        return false;
      }
      at = next;
    }
    return true;
  }
}
