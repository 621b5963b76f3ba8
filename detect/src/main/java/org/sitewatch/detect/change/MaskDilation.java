package org.sitewatch.detect.change;

import java.util.Arrays;

/** Grows a mask by a square: cloud masks miss the thin rim of a cloud, so they are widened. */
public final class MaskDilation {
  private MaskDilation() {}

  /**
   * Sets {@code out} where a masked pixel lies within {@code radius} columns and rows. One pass
   * along the rows and one along the columns, both in the order of memory, so the radius costs
   * nothing.
   *
   * @param radius at least 0; 0 copies
   */
  public static void dilate(boolean[] mask, int width, int height, int radius, boolean[] out) {
    if (isEmpty(mask)) {
      Arrays.fill(out, false);
      return;
    }
    var rows = new boolean[mask.length];
    for (int row = 0; row < height; row++) {
      spreadAlong(mask, row * width, width, radius, rows);
    }
    var last = new int[width];
    Arrays.fill(last, -radius - 1);
    int ahead = 0;
    for (int row = 0; row < height; row++) {
      for (; ahead < height && ahead <= row + radius; ahead++) {
        note(rows, ahead * width, ahead, last);
      }
      for (int column = 0; column < width; column++) {
        out[row * width + column] = last[column] >= row - radius;
      }
    }
  }

  private static boolean isEmpty(boolean[] mask) {
    for (boolean pixel : mask) {
      if (pixel) {
        return false;
      }
    }
    return true;
  }

  private static void spreadAlong(boolean[] mask, int start, int width, int radius, boolean[] out) {
    int last = -radius - 1;
    for (int ahead = 0; ahead < Math.min(radius, width); ahead++) {
      last = mask[start + ahead] ? ahead : last;
    }
    for (int column = 0; column < width; column++) {
      int ahead = column + radius;
      if (ahead < width) {
        last = mask[start + ahead] ? ahead : last;
      }
      out[start + column] = last >= column - radius;
    }
  }

  /** Notes in which columns a row is masked. */
  private static void note(boolean[] mask, int start, int row, int[] last) {
    for (int column = 0; column < last.length; column++) {
      last[column] = mask[start + column] ? row : last[column];
    }
  }
}
