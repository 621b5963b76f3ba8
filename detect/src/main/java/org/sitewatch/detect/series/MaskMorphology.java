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
    for (int pixel = 0; pixel < mask.length; pixel++) {
      int left = pixel % width > 0 ? steps[pixel - 1] + 1 : far;
      int above = pixel >= width ? steps[pixel - width] + 1 : far;
      steps[pixel] = mask[pixel] ? 0 : Math.min(far, Math.min(left, above));
    }
    for (int pixel = mask.length - 1; pixel >= 0; pixel--) {
      int right = pixel % width < width - 1 ? steps[pixel + 1] + 1 : far;
      int below = pixel < mask.length - width ? steps[pixel + width] + 1 : far;
      steps[pixel] = Math.min(steps[pixel], Math.min(right, below));
      out[pixel] = steps[pixel] <= radius;
    }
  }
}
