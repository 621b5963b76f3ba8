package org.sitewatch.ingest.tiff;

import java.io.Serializable;

/**
 * A rectangle of pixels; it may reach outside an image. Empty if width or height is 0.
 *
 * @param column of the first pixel
 * @param row of the first pixel
 */
public record PixelWindow(int column, int row, int width, int height) implements Serializable {

  public PixelWindow {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "window must not have a negative size, got " + width + "x" + height);
    }
  }

  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  public boolean contains(int column, int row) {
    return column >= this.column
        && row >= this.row
        && column - (long) this.column < width
        && row - (long) this.row < height;
  }

  /** What lies in both; empty and at (0, 0) if nothing does. */
  public PixelWindow intersect(PixelWindow other) {
    int left = Math.max(column, other.column);
    int top = Math.max(row, other.row);
    long right = Math.min((long) column + width, (long) other.column + other.width);
    long bottom = Math.min((long) row + height, (long) other.row + other.height);
    return right <= left || bottom <= top
        ? new PixelWindow(0, 0, 0, 0)
        : new PixelWindow(left, top, (int) (right - left), (int) (bottom - top));
  }
}
