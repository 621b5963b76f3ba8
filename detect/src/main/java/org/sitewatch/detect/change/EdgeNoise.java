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
    boolean isWhole = isWhole(block);
    var steps = new float[width];
    var across = new double[width];
    var down = new double[width];
    for (int row = 0; row < height; row++) {
      int at = (row + REACH_PX) * stride + REACH_PX;
      steeper(block, at, 1, isWhole, steps);
      FloatBlock.widen(steps, 0, width, across);
      steeper(block, at, stride, isWhole, steps);
      FloatBlock.widen(steps, 0, width, down);
      for (int column = 0; column < width; column++) {
        double square = across[column] * across[column] + down[column] * down[column];
        down[column] = shift_px * Math.sqrt(square);
      }
      FloatBlock.narrow(down, width, target, row * width);
    }
  }

  private static boolean isWhole(float[] block) {
    int holes = 0;
    for (float value : block) {
      holes += Float.isNaN(value) ? 1 : 0;
    }
    return holes == 0;
  }

  /** The larger of the steps to the two neighbours of every pixel of a row. */
  private static void steeper(
      float[] plane, int at, int neighbour, boolean isWhole, float[] steps) {
    if (!isWhole) {
      for (int column = 0; column < steps.length; column++) {
        int here = at + column;
        steps[column] =
            Math.max(step(plane, here, here - neighbour), step(plane, here, here + neighbour));
      }
      return;
    }
    for (int column = 0; column < steps.length; column++) {
      float here = plane[at + column];
      steps[column] =
          Math.max(
              Math.abs(here - plane[at + column - neighbour]),
              Math.abs(here - plane[at + column + neighbour]));
    }
  }

  private static float step(float[] plane, int pixel, int neighbour) {
    float step = Math.abs(plane[pixel] - plane[neighbour]);
    return Float.isNaN(step) ? 0 : step;
  }
}
