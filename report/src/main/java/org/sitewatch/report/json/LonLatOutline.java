package org.sitewatch.report.json;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Polygons ready for RFC 7946: coordinates on the lattice of 1e-7 degrees (about 1 cm), valid after
 * rounding, exterior rings counter-clockwise and holes clockwise, in an order that does not depend
 * on how they came.
 */
public final class LonLatOutline {
  /** Lattice steps a degree: seven decimals. */
  static final double STEPS = 1e7;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private LonLatOutline() {}

  /**
   * Lines and points are left out, as is what collapses: empty where nothing of 1 cm remains.
   *
   * @throws IllegalArgumentException for a coordinate outside lon -180 to 180, lat -90 to 90, NaN
   *     included
   */
  public static MultiPolygon of(Geometry geometry) {
    for (Coordinate c : geometry.getCoordinates()) {
      if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
        throw new IllegalArgumentException(
            "(" + c.x + ", " + c.y + ") is no place in lon/lat degrees");
      }
    }
    List<Polygon> rounded = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      addRounded((Polygon) polygon, rounded);
    }
    Geometry outline = FACTORY.createMultiPolygon(rounded.toArray(new Polygon[0]));
    if (!outline.isValid()) {
      // A vertex moved across a neighbouring edge: snap edges as well as vertices.
      outline = GeometryPrecisionReducer.reduce(geometry, new PrecisionModel(STEPS));
      rounded.clear();
      for (Object polygon : PolygonExtracter.getPolygons(outline)) {
        addRounded((Polygon) polygon, rounded);
      }
    }
    return oriented(rounded);
  }

  private static void addRounded(Polygon polygon, List<Polygon> target) {
    LinearRing shell = rounded(polygon.getExteriorRing());
    if (shell.isEmpty()) {
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = rounded(polygon.getInteriorRingN(i));
      if (!hole.isEmpty()) {
        holes.add(hole);
      }
    }
    target.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
  }

  private static LinearRing rounded(LinearRing ring) {
    List<Coordinate> kept = new ArrayList<>(ring.getNumPoints());
    for (Coordinate c : ring.getCoordinates()) {
      Coordinate snapped = new Coordinate(snapped(c.x), snapped(c.y));
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(snapped)) {
        kept.add(snapped);
      }
    }
    if (kept.size() < 4) {
      return FACTORY.createLinearRing();
    }
    LinearRing closed = FACTORY.createLinearRing(kept.toArray(new Coordinate[0]));
    return FACTORY.createPolygon(closed).getArea() > 0 ? closed : FACTORY.createLinearRing();
  }

  private static double snapped(double degrees) {
    return Math.rint(degrees * STEPS) / STEPS;
  }

  private static MultiPolygon oriented(List<Polygon> polygons) {
    MultiPolygon normal = FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    normal.normalize();
    Polygon[] turned = new Polygon[normal.getNumGeometries()];
    for (int i = 0; i < turned.length; i++) {
      Polygon polygon = (Polygon) normal.getGeometryN(i);
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int j = 0; j < holes.length; j++) {
        holes[j] = turned(polygon.getInteriorRingN(j), false);
      }
      turned[i] = FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes);
    }
    return FACTORY.createMultiPolygon(turned);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
        ? ring
        : ring.reverse();
  }
}
