package org.sitewatch.detect;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/** Takes outlines between pixels, the CRS of the grid, and WGS84. */
final class GroundOutline {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Degrees are kept to a tenth of a millimetre, so that written and read they stay equal. */
  private static final double PER_DEGREE = 1e9;

  private GroundOutline() {}

  /** From (column, row) to the coordinates of the grid's CRS. */
  static Geometry toCrs(Geometry pixels, PixelGrid grid) {
    var affine = grid.affine();
    return new AffineTransformation(
            affine.columnX(),
            affine.rowX(),
            affine.originX(),
            affine.columnY(),
            affine.rowY(),
            affine.originY())
        .transform(pixels);
  }

  /** WGS84 lon/lat to CRS, corner by corner. */
  static Geometry fromLonLat(Geometry lonLat, Projection projection) {
    var projected = lonLat.copy();
    var pair = new double[2];
    for (var corner : projected.getCoordinates()) {
      pair[0] = corner.x;
      pair[1] = corner.y;
      projection.fromLonLat(pair);
      corner.setX(pair[0]);
      corner.setY(pair[1]);
    }
    projected.geometryChanged();
    return projected;
  }

  /** CRS to WGS84 lon/lat, shells counter-clockwise and holes clockwise whatever the grid. */
  static MultiPolygon toLonLat(Geometry crs, Projection projection) {
    var polygons = new Polygon[crs.getNumGeometries()];
    for (int i = 0; i < polygons.length; i++) {
      var polygon = (Polygon) crs.getGeometryN(i);
      var holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int hole = 0; hole < holes.length; hole++) {
        holes[hole] = ring(polygon.getInteriorRingN(hole), projection, false);
      }
      polygons[i] = FACTORY.createPolygon(ring(polygon.getExteriorRing(), projection, true), holes);
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  private static LinearRing ring(LinearRing crs, Projection projection, boolean counterClockwise) {
    var ring = (LinearRing) crs.copy();
    var pair = new double[2];
    for (var corner : ring.getCoordinates()) {
      pair[0] = corner.x;
      pair[1] = corner.y;
      projection.toLonLat(pair);
      corner.setX(Math.rint(pair[0] * PER_DEGREE) / PER_DEGREE);
      corner.setY(Math.rint(pair[1] * PER_DEGREE) / PER_DEGREE);
    }
    ring.geometryChanged();
    return Orientation.isCCW(ring.getCoordinates()) == counterClockwise ? ring : ring.reverse();
  }
}
