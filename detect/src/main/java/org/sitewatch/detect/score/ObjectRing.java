package org.sitewatch.detect.score;

import java.util.Arrays;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.segment.PixelSet;

/** The surroundings an object is compared with: pixels 4 to 8 columns or rows away from it. */
final class ObjectRing {
  private static final int INNER_PX = 3;
  private static final int OUTER_PX = 8;

  private ObjectRing() {}

  static int[] of(PixelSet object) {
    int width = object.width();
    int left = object.stream().map(pixel -> pixel % width).min().orElse(0);
    int right = object.stream().map(pixel -> pixel % width).max().orElse(0);
    int top = object.stream().map(pixel -> pixel / width).min().orElse(0);
    int bottom = object.stream().map(pixel -> pixel / width).max().orElse(0);
    int columns = right - left + 1 + 2 * OUTER_PX;
    int rows = bottom - top + 1 + 2 * OUTER_PX;
    var mask = new boolean[columns * rows];
    object.stream()
        .forEach(
            pixel ->
                mask[(pixel / width - top + OUTER_PX) * columns + pixel % width - left + OUTER_PX] =
                    true);
    var near = new boolean[mask.length];
    var far = new boolean[mask.length];
    MaskDilation.dilate(mask, columns, rows, INNER_PX, near);
    MaskDilation.dilate(mask, columns, rows, OUTER_PX, far);
    var ring = new int[mask.length];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      int column = i % columns + left - OUTER_PX;
      int row = i / columns + top - OUTER_PX;
      boolean isWithin = column >= 0 && column < width && row >= 0 && row < object.height();
      if (far[i] && !near[i] && isWithin) {
        ring[count++] = row * width + column;
      }
    }
    return Arrays.copyOf(ring, count);
  }
}
