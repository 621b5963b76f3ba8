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
   * @param out may be the mask itself
   */
  public static void dilate(boolean[] mask, int width, int height, int radius, boolean[] out) {
    if (SeenMask.isEmpty(mask, 0, mask.length)) {
      Arrays.fill(out, false);
      return;
    }
    var spread = new boolean[width];
    var last = new int[width];
    Arrays.fill(last, -radius - 1);
    int lastRow = -radius - 1;
    int ahead = 0;
    for (int row = 0; row < height; row++) {
      for (; ahead < height && ahead <= row + radius; ahead++) {
        if (!SeenMask.isEmpty(mask, ahead * width, width)) {
          spreadAlong(mask, ahead * width, radius, spread);
          note(spread, ahead, last);
          lastRow = ahead;
        }
      }
      if (lastRow < row - radius) {
        Arrays.fill(out, row * width, (row + 1) * width, false);
        continue;
      }
      for (int column = 0; column < width; column++) {
        out[row * width + column] = last[column] >= row - radius;
      }
    }
  }

  private static void spreadAlong(boolean[] mask, int start, int radius, boolean[] row) {
    int width = row.length;
    int last = -radius - 1;
    for (int ahead = 0; ahead < Math.min(radius, width); ahead++) {
      last = mask[start + ahead] ? ahead : last;
    }
    for (int column = 0; column < width; column++) {
      int ahead = column + radius;
      if (ahead < width) {
        last = mask[start + ahead] ? ahead : last;
      }
      row[column] = last >= column - radius;
    }
  }

  /** Notes in which columns a row is masked. */
  private static void note(boolean[] mask, int row, int[] last) {
    for (int column = 0; column < last.length; column++) {
      last[column] = mask[column] ? row : last[column];
    }
  }
}
