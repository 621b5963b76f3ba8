package org.sitewatch.detect.change;

import net.imglib2.RandomAccessible;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * What a sub-pixel shift between looks does to a baseline: its gradient times the shift. Along the
 * edge of a lake or a roof this is far above the noise of the scene, and none of it is change.
 */
public final class EdgeNoise {
  private static final int REACH_PX = 1;

  private EdgeNoise() {}

  /**
   * @param plane is read one pixel past the target: extend it
   * @param shift_px the shift to expect, in pixels
   * @param noise target: shift × length of the gradient, in the units of the plane; differences are
   *     one-sided, the steeper of the two, so that both sides of an edge get it; a NaN neighbour
   *     counts as level
   */
  public static void of(
      RandomAccessible<FloatType> plane, double shift_px, ArrayImg<FloatType, FloatArray> noise) {
    int width = (int) noise.dimension(0);
    int height = (int) noise.dimension(1);
    int stride = width + 2 * REACH_PX;
    var block = new float[stride * (height + 2 * REACH_PX)];
    PrimitiveBlocks.of(plane).copy(Intervals.expand(noise, REACH_PX), block);
    float[] target = noise.update(null).getCurrentStorageArray();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int at = (row + REACH_PX) * stride + column + REACH_PX;
        double across = Math.max(step(block, at, at - 1), step(block, at, at + 1));
        double down = Math.max(step(block, at, at - stride), step(block, at, at + stride));
        target[row * width + column] =
            (float) (shift_px * Math.sqrt(across * across + down * down));
      }
    }
  }

  private static double step(float[] plane, int pixel, int neighbour) {
    float step = Math.abs(plane[pixel] - plane[neighbour]);
    return Float.isNaN(step) ? 0 : step;
  }
}
