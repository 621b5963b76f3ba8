package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.sitewatch.sites.GeodesicArea;

/**
 * What a broken outline most likely means: rings closed, doubled vertices dropped, crossings made
 * corners ({@link GeometryFixer}), what has no area left out. Only proposed, never taken by itself.
 */
final class OutlineRepair {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel PRECISION =
      new PrecisionModel(CanonicalNumber.COORDINATE_SCALE);

  private OutlineRepair() {}

  /** The whole outline repaired; none if a vertex is no place or nothing with an area is left. */
  static Proposal of(Outline outline) {
    var repaired = new ArrayList<Geometry>();
    double drawn_m2 = 0;
    for (List<double[]> rings : outline.polygons()) {
      if (!rings.stream().allMatch(OutlineRepair::isPlaces)) {
        return Proposal.NONE;
      }
      Polygon polygon = polygon(rings);
      if (polygon.getEnvelopeInternal().getWidth() > 180 || Tangle.is(polygon)) {
        return Proposal.NONE;
      }
      drawn_m2 += GeodesicArea.area_m2(polygon);
      repaired.add(GeometryFixer.fix(polygon));
    }
    MultiPolygon whole = together(repaired);
    return whole.isEmpty() || !whole.isValid()
        ? Proposal.NONE
        : new Proposal("", false, drawn_m2, GeodesicArea.area_m2(whole), whole);
  }

  /** Polygons that have an area, as one, on the grid of the canonical coordinates. */
  static MultiPolygon together(List<? extends Geometry> geometries) {
    if (geometries.isEmpty()) {
      return FACTORY.createMultiPolygon();
    }
    Geometry union = UnaryUnionNG.union(FACTORY.buildGeometry(geometries), PRECISION);
    var polygons = new ArrayList<Polygon>();
    for (Object part : PolygonExtracter.getPolygons(union)) {
      if (!OutlineCheck.isSliver((Polygon) part)) {
        polygons.add((Polygon) part);
      }
    }
    MultiPolygon whole = FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    whole.normalize();
    return whole;
  }

  private static boolean isPlaces(double[] ring) {
    for (int at = 0; at < ring.length; at += 2) {
      if (!(Math.abs(ring[at]) <= 180 && Math.abs(ring[at + 1]) <= OutlineCheck.MAX_LATITUDE)) {
        return false;
      }
    }
    return true;
  }

  private static Polygon polygon(List<double[]> rings) {
    var closed = new ArrayList<LinearRing>();
    for (double[] ring : rings) {
      LinearRing one = closed(ring);
      if (closed.isEmpty() && one.isEmpty()) {
        return FACTORY.createPolygon();
      }
      if (!one.isEmpty()) {
        closed.add(one);
      }
    }
    return closed.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing closed(double[] ring) {
    var vertices = new ArrayList<Coordinate>();
    for (int at = 0; at < ring.length; at += 2) {
      var vertex =
          new Coordinate(CanonicalNumber.rounded(ring[at]), CanonicalNumber.rounded(ring[at + 1]));
      if (vertices.isEmpty() || !vertices.get(vertices.size() - 1).equals2D(vertex)) {
        vertices.add(vertex);
      }
    }
    if (!vertices.isEmpty() && !vertices.get(0).equals2D(vertices.get(vertices.size() - 1))) {
      vertices.add(vertices.get(0).copy());
    }
    return vertices.size() < 4
        ? FACTORY.createLinearRing()
        : FACTORY.createLinearRing(vertices.toArray(Coordinate[]::new));
  }
}
