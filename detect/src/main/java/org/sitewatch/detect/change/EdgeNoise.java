package org.sitewatch.detect.change;

/**
 * What a sub-pixel shift between looks does to a baseline: its gradient times the shift. Along the
 * edge of a lake or a roof this is far above the noise of the scene, and none of it is change.
 */
public final class EdgeNoise {
  private EdgeNoise() {}

  /**
   * @param shift_px the shift to expect, in pixels
   * @param noise target: shift × length of the gradient, in the units of the plane; differences are
   *     one-sided, the steeper of the two, so that both sides of an edge get it; NaN neighbours and
   *     those outside count as level
   */
  public static void of(float[] plane, int width, int height, double shift_px, float[] noise) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int pixel = row * width + column;
        double across =
            Math.max(
                step(plane, pixel, column > 0 ? pixel - 1 : pixel),
                step(plane, pixel, column < width - 1 ? pixel + 1 : pixel));
        double down =
            Math.max(
                step(plane, pixel, row > 0 ? pixel - width : pixel),
                step(plane, pixel, row < height - 1 ? pixel + width : pixel));
        noise[pixel] = (float) (shift_px * Math.sqrt(across * across + down * down));
      }
    }
  }

  private static double step(float[] plane, int pixel, int neighbour) {
    float step = Math.abs(plane[pixel] - plane[neighbour]);
    return Float.isNaN(step) ? 0 : step;
  }
}
