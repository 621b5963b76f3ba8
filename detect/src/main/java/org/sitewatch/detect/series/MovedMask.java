package org.sitewatch.detect.series;

/** The mask of a look that is moved back to where its ground belongs. */
public final class MovedMask {
  private MovedMask() {}

  /**
   * Where a mask holds, and held before what it belongs to was moved back: what a pixel shows now
   * came from there.
   *
   * @param dy_px rows that the look lay below, to the nearest whole one; nothing holds outside
   * @param dx_px columns to the right
   */
  public static boolean[] of(boolean[] mask, int width, int height, double dy_px, double dx_px) {
    int dy = (int) Math.rint(dy_px);
    int dx = (int) Math.rint(dx_px);
    var both = new boolean[mask.length];
    for (int row = Math.max(0, -dy); row < Math.min(height, height - dy); row++) {
      for (int column = Math.max(0, -dx); column < Math.min(width, width - dx); column++) {
        int pixel = row * width + column;
        both[pixel] = mask[pixel] && mask[pixel + dy * width + dx];
      }
    }
    return both;
  }
}
