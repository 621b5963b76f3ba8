package org.sitewatch.detect.change;

/** Most looks see all of most blocks: to ask first is cheaper than to choose for every pixel. */
public final class SeenMask {
  private SeenMask() {}

  /** Whether all pixels of a block are seen. */
  public static boolean isWhole(boolean[] seen, int from, int count) {
    for (int pixel = from; pixel < from + count; pixel++) {
      if (!seen[pixel]) {
        return false;
      }
    }
    return true;
  }
}
