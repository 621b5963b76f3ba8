package org.sitewatch.sites;

import java.io.Serializable;

/**
 * Pixel to world: {@code x = originX + column * columnX + row * rowX}, {@code y = originY + column
 * * columnY + row * rowY}. (0, 0) is the outer corner of the first pixel; pixel centres are at half
 * numbers. Units are those of the grid's CRS (metres or degrees).
 */
public record Affine(
    double originX, double columnX, double rowX, double originY, double columnY, double rowY)
    implements Serializable {

  public Affine {
    rowX += 0.0; // -0.0 becomes 0.0: equal grids are equal records
    columnY += 0.0;
    double determinant = columnX * rowY - rowX * columnY;
    if (!(Math.abs(determinant) > 0) || !Double.isFinite(determinant + originX + originY)) {
      throw new IllegalArgumentException("grid has no area or is not finite: " + determinant);
    }
  }

  /** A north-up grid of square pixels whose upper left corner is (originX, originY). */
  public static Affine northUp(double originX, double originY, double pixelSize) {
    return new Affine(originX, pixelSize, 0, originY, 0, -pixelSize);
  }

  public double x(double column, double row) {
    return originX + column * columnX + row * rowX;
  }

  public double y(double column, double row) {
    return originY + column * columnY + row * rowY;
  }

  public double column(double x, double y) {
    return ((x - originX) * rowY - (y - originY) * rowX) / determinant();
  }

  public double row(double x, double y) {
    return ((y - originY) * columnX - (x - originX) * columnY) / determinant();
  }

  /** The same lattice with its origin at another pixel corner. */
  public Affine translated(long column, long row) {
    return new Affine(x(column, row), columnX, rowX, y(column, row), columnY, rowY);
  }

  public boolean isNorthUp() {
    return rowX == 0 && columnY == 0 && columnX > 0 && rowY < 0;
  }

  /** Signed area of a pixel in square CRS units. */
  double determinant() {
    return columnX * rowY - rowX * columnY;
  }
}
