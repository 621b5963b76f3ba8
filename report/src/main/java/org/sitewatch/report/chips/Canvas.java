package org.sitewatch.report.chips;

import org.sitewatch.report.pack.PngFile;

/**
 * A picture to draw on, whole pixels only. Colours are 0xRRGGBB; what falls outside is left out.
 */
final class Canvas {
  static final int WHITE = 0xffffff;
  static final int BLACK = 0x000000;

  private final int width;
  private final int height;
  private final byte[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void set(int x, int y, int colour) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int at = 3 * (y * width + x);
      rgb[at] = (byte) (colour >> 16);
      rgb[at + 1] = (byte) (colour >> 8);
      rgb[at + 2] = (byte) colour;
    }
  }

  void fill(int left, int top, int columns, int rows, int colour) {
    int right = Math.min(width, left + columns);
    int bottom = Math.min(height, top + rows);
    int firstX = Math.max(0, left);
    int firstY = Math.max(0, top);
    if (firstX >= right || firstY >= bottom) {
      return;
    }
    for (int x = firstX; x < right; x++) {
      set(x, firstY, colour);
    }
    int first = 3 * (firstY * width + firstX);
    for (int y = firstY + 1; y < bottom; y++) {
      System.arraycopy(rgb, first, rgb, 3 * (y * width + firstX), 3 * (right - firstX));
    }
  }

  /** Fills what lies inside a triangle, its corners in any order, by the centres of pixels. */
  void fillTriangle(double[] x, double[] y, int colour) {
    int left = (int) Math.floor(Math.min(x[0], Math.min(x[1], x[2])));
    int right = (int) Math.ceil(Math.max(x[0], Math.max(x[1], x[2])));
    int top = (int) Math.floor(Math.min(y[0], Math.min(y[1], y[2])));
    int bottom = (int) Math.ceil(Math.max(y[0], Math.max(y[1], y[2])));
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double a = side(x, y, 0, 1, column + 0.5, row + 0.5);
        double b = side(x, y, 1, 2, column + 0.5, row + 0.5);
        double c = side(x, y, 2, 0, column + 0.5, row + 0.5);
        if (a >= 0 && b >= 0 && c >= 0 || a <= 0 && b <= 0 && c <= 0) {
          set(column, row, colour);
        }
      }
    }
  }

  private static double side(double[] x, double[] y, int from, int to, double atX, double atY) {
    return (x[to] - x[from]) * (atY - y[from]) - (y[to] - y[from]) * (atX - x[from]);
  }

  byte[] png() {
    return PngFile.ofRgb(width, height, rgb);
  }
}
