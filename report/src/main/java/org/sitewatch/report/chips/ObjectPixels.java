package org.sitewatch.report.chips;

import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.NoninvertibleTransformationException;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/** The pixels of a grid whose centres lie in an outline: those the outline was drawn around. */
final class ObjectPixels {

  private ObjectPixels() {}

  /**
   * In raster order; empty if the outline lies outside of the grid or between pixel centres.
   *
   * @param outline WGS84 lon/lat
   */
  static int[] of(Geometry outline, PixelGrid grid) {
    Geometry inPixels =
        inverse(grid.affine()).transform(Projection.ofEpsg(grid.epsg()).fromLonLat(outline));
    Envelope bounds = inPixels.getEnvelopeInternal();
    var locator = new IndexedPointInAreaLocator(inPixels);
    int left = within(bounds.getMinX(), grid.width());
    int right = within(bounds.getMaxX() + 1, grid.width());
    int top = within(bounds.getMinY(), grid.height());
    int bottom = within(bounds.getMaxY() + 1, grid.height());
    return IntStream.range(top, bottom)
        .flatMap(
            row ->
                IntStream.range(left, right)
                    .filter(column -> isInside(locator, column, row))
                    .map(column -> row * grid.width() + column))
        .toArray();
  }

  private static AffineTransformation inverse(Affine affine) {
    try {
      return new AffineTransformation(
              affine.columnX(),
              affine.rowX(),
              affine.originX(),
              affine.columnY(),
              affine.rowY(),
              affine.originY())
          .getInverse();
    } catch (NoninvertibleTransformationException noArea) {
      throw new IllegalStateException("a grid always has an area", noArea);
    }
  }

  private static boolean isInside(IndexedPointInAreaLocator locator, int column, int row) {
    return locator.locate(new Coordinate(column + 0.5, row + 0.5)) != Location.EXTERIOR;
  }

  private static int within(double place, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(place)));
  }
}
