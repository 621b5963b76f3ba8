package org.sitewatch.sites;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the pixels of an image lie: CRS, affine and size. Holds no image; all pixel to world
 * arithmetic is here.
 *
 * @param epsg a code {@link Projection} knows
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelGrid(int epsg, Affine affine, int width, int height) implements Serializable {

  /** Two lattices are the same if no pixel corner is off by more than this share of a pixel. */
  private static final double SAME_LATTICE_PX = 1e-3;

  public PixelGrid {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("grid must have pixels, got " + width + "x" + height);
    }
  }

  /** A north-up grid of square pixels; the origin is the upper left corner, in CRS units. */
  public static PixelGrid northUp(
      int epsg, double originX, double originY, double pixelSize, int width, int height) {
    return new PixelGrid(epsg, Affine.northUp(originX, originY, pixelSize), width, height);
  }

  /** A window of this grid; it may reach outside. */
  public PixelGrid crop(int column, int row, int width, int height) {
    return new PixelGrid(epsg, affine.translated(column, row), width, height);
  }

  /** Bounds in CRS units. */
  public Envelope bounds() {
    var bounds = new Envelope();
    for (int corner = 0; corner < 4; corner++) {
      int column = (corner & 1) * width;
      int row = (corner >> 1) * height;
      bounds.expandToInclude(affine.x(column, row), affine.y(column, row));
    }
    return bounds;
  }

  /** Area of one pixel in square CRS units (m² of the projection for UTM). */
  public double pixelArea() {
    return Math.abs(affine.determinant());
  }

  /** Length of a pixel's side in CRS units, the root of its area. */
  public double pixelSize() {
    return Math.sqrt(pixelArea());
  }

  /** Pixels in the grid. */
  public int size() {
    return Math.multiplyExact(width, height);
  }

  /** Whether pixels of both coincide, so that one can be windowed out of the other. */
  public boolean sharesLattice(PixelGrid other) {
    if (epsg != other.epsg) {
      return false;
    }
    double column = affine.column(other.affine.originX(), other.affine.originY());
    double row = affine.row(other.affine.originX(), other.affine.originY());
    double farX = other.affine.x(other.width, other.height);
    double farY = other.affine.y(other.width, other.height);
    return isWhole(column)
        && isWhole(row)
        && Math.abs(affine.column(farX, farY) - column - other.width) < SAME_LATTICE_PX
        && Math.abs(affine.row(farX, farY) - row - other.height) < SAME_LATTICE_PX
        && sameDirection(other);
  }

  /** Column of the other grid's first pixel in this grid; meant for grids that share a lattice. */
  public int columnOf(PixelGrid other) {
    return (int) Math.round(affine.column(other.affine.originX(), other.affine.originY()));
  }

  /** Row of the other grid's first pixel in this grid; meant for grids that share a lattice. */
  public int rowOf(PixelGrid other) {
    return (int) Math.round(affine.row(other.affine.originX(), other.affine.originY()));
  }

  private boolean sameDirection(PixelGrid other) {
    double tolerance = SAME_LATTICE_PX * pixelSize();
    return Math.abs(affine.columnX() - other.affine.columnX()) < tolerance
        && Math.abs(affine.columnY() - other.affine.columnY()) < tolerance
        && Math.abs(affine.rowX() - other.affine.rowX()) < tolerance
        && Math.abs(affine.rowY() - other.affine.rowY()) < tolerance;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < SAME_LATTICE_PX;
  }
}
