package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;

/**
 * The rectangle of a window outside of which no look shows anything: where a scene ends inside of a
 * site's surroundings there is nothing to compute. What is computed of the rectangle alone is the
 * same to the last bit.
 *
 * @param width of the window
 * @param height of the window
 * @param left first column
 * @param top first row
 * @param columns at least 1
 * @param rows at least 1
 */
record SeenPart(int width, int height, int left, int top, int columns, int rows) {

  /**
   * Of pixels that are clear or clouded in one of the looks; the whole window if there are none.
   */
  static SeenPart of(List<RegisteredLook> looks, int width, int height) {
    var seen = new boolean[width * height];
    for (RegisteredLook look : looks) {
      boolean[] clear = look.clear();
      boolean[] clouded = look.clouded();
      for (int pixel = 0; pixel < seen.length; pixel++) {
        seen[pixel] |= clear[pixel] | clouded[pixel];
      }
    }
    return ofPixels(seen, width, height);
  }

  /** That of some pixels; the whole window if there are none. */
  static SeenPart ofPixels(boolean[] pixels, int width, int height) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      if (pixels[pixel]) {
        left = Math.min(left, pixel % width);
        right = Math.max(right, pixel % width);
        top = Math.min(top, pixel / width);
        bottom = pixel / width;
      }
    }
    return bottom < 0
        ? whole(width, height)
        : new SeenPart(width, height, left, top, right - left + 1, bottom - top + 1);
  }

  static SeenPart whole(int width, int height) {
    return new SeenPart(width, height, 0, 0, width, height);
  }

  /** With so many columns and rows more on each side, as far as the window goes. */
  SeenPart widened(int reach_px) {
    int newLeft = Math.max(0, left - reach_px);
    int newTop = Math.max(0, top - reach_px);
    int right = Math.min(width, left + columns + reach_px);
    int bottom = Math.min(height, top + rows + reach_px);
    return new SeenPart(width, height, newLeft, newTop, right - newLeft, bottom - newTop);
  }

  boolean isWhole() {
    return columns == width && rows == height;
  }

  RegisteredLook cut(RegisteredLook look) {
    return new RegisteredLook(
        look.day(), cut(look.values()), cut(look.clear()), cut(look.clouded()), look.shift());
  }

  float[] cut(float[] plane) {
    var part = new float[columns * rows];
    cutRows(plane, part);
    return part;
  }

  float[][] cut(float[][] planes) {
    return Arrays.stream(planes).map(this::cut).toArray(float[][]::new);
  }

  float[][][] cut(float[][][] planes) {
    return Arrays.stream(planes).map(this::cut).toArray(float[][][]::new);
  }

  int[] cut(int[] counts) {
    var part = new int[columns * rows];
    cutRows(counts, part);
    return part;
  }

  boolean[] cut(boolean[] mask) {
    var part = new boolean[columns * rows];
    cutRows(mask, part);
    return part;
  }

  byte[] cut(byte[] states) {
    var part = new byte[columns * rows];
    cutRows(states, part);
    return part;
  }

  /** The whole window, with a value where nothing is seen. */
  float[] whole(float[] part, float elsewhere) {
    var plane = new float[width * height];
    Arrays.fill(plane, elsewhere);
    placeRows(part, plane);
    return plane;
  }

  float[][] whole(float[][] parts, float elsewhere) {
    return Arrays.stream(parts).map(part -> whole(part, elsewhere)).toArray(float[][]::new);
  }

  float[][][] whole(float[][][] parts, float elsewhere) {
    return Arrays.stream(parts).map(part -> whole(part, elsewhere)).toArray(float[][][]::new);
  }

  /** The same for counts, 0 where nothing is seen. */
  int[] whole(int[] part) {
    var plane = new int[width * height];
    placeRows(part, plane);
    return plane;
  }

  /** The same for a mask, false where nothing is seen. */
  boolean[] whole(boolean[] part) {
    var mask = new boolean[width * height];
    placeRows(part, mask);
    return mask;
  }

  /** The same for states, unseen where nothing is seen. */
  byte[] whole(byte[] part) {
    var states = new byte[width * height];
    placeRows(part, states);
    return states;
  }

  /** Arrays of one kind, the window's and the part's. */
  private void cutRows(Object window, Object part) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(window, (top + row) * width + left, part, row * columns, columns);
    }
  }

  private void placeRows(Object part, Object window) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(part, row * columns, window, (top + row) * width + left, columns);
    }
  }
}
