package org.sitewatch.detect.change;

/** Grows a mask by a square: cloud masks miss the thin rim of a cloud, so they are widened. */
public final class MaskDilation {
  private MaskDilation() {}

  /**
   * Sets {@code out} where a masked pixel lies within {@code radius} columns and rows. One pass
   * along the rows and one along the columns, so the radius costs nothing.
   *
   * @param radius at least 0; 0 copies
   */
  public static void dilate(boolean[] mask, int width, int height, int radius, boolean[] out) {
    var rows = new boolean[mask.length];
    for (int row = 0; row < height; row++) {
      spread(mask, row * width, 1, width, radius, rows);
    }
    for (int column = 0; column < width; column++) {
      spread(rows, column, width, height, radius, out);
    }
  }

  private static void spread(
      boolean[] mask, int start, int step, int length, int radius, boolean[] out) {
    int last = -radius - 1;
    int ahead = 0;
    for (int i = 0; i < length; i++) {
      while (ahead < length && ahead <= i + radius) {
        if (mask[start + ahead * step]) {
          last = ahead;
        }
        ahead++;
      }
      out[start + i * step] = last >= i - radius;
    }
  }
}
