package org.sitewatch.detect.series;

import java.util.Arrays;

/** Shapes of masks: what is too thin to be a cloud, and what lies near one. */
final class MaskMorphology {
  private MaskMorphology() {}

  /** Keeps what fits a square of 2 × 2 pixels; single pixels and lines go. */
  static void openBySquare(boolean[] mask, int width, int height, boolean[] out) {
    Arrays.fill(out, false);
    for (int row = 0; row + 1 < height; row++) {
      for (int pixel = row * width; pixel + 1 < (row + 1) * width; pixel++) {
        if (mask[pixel] && mask[pixel + 1] && mask[pixel + width] && mask[pixel + width + 1]) {
          out[pixel] = true;
          out[pixel + 1] = true;
          out[pixel + width] = true;
          out[pixel + width + 1] = true;
        }
      }
    }
  }

  /**
   * Sets what lies within {@code radius} steps along rows and columns of a masked pixel: a diamond
   * around each.
   *
   * @param out may be {@code mask}
   */
  static void dilateByCityBlocks(boolean[] mask, int width, int height, int radius, boolean[] out) {
    var steps = new int[mask.length];
    int far = radius + 1;
    for (int row = 0; row < height; row++) {
      int left = far;
      for (int pixel = row * width; pixel < (row + 1) * width; pixel++) {
        int above = row > 0 ? steps[pixel - width] + 1 : far;
        steps[pixel] = mask[pixel] ? 0 : Math.min(far, Math.min(left, above));
        left = steps[pixel] + 1;
      }
    }
    for (int row = height - 1; row >= 0; row--) {
      int right = far;
      for (int pixel = (row + 1) * width - 1; pixel >= row * width; pixel--) {
        int below = row < height - 1 ? steps[pixel + width] + 1 : far;
        steps[pixel] = Math.min(steps[pixel], Math.min(right, below));
        right = steps[pixel] + 1;
        out[pixel] = steps[pixel] <= radius;
      }
    }
  }
}
