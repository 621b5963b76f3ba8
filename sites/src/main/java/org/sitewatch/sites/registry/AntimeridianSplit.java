package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.sitewatch.sites.GeodesicArea;

/**
 * An outline over the antimeridian in two parts (RFC 7946, 3.1.9), whether it was written with
 * longitudes beyond 180 or with edges that seem to go round the world.
 */
final class AntimeridianSplit {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** No site is wider. */
  private static final double MAX_WIDTH = 90;

  private AntimeridianSplit() {}

  /** None if the outline is broken in another way too, or does not come near the antimeridian. */
  static Proposal of(Outline outline) {
    var parts = new ArrayList<Geometry>();
    double drawn_m2 = 0;
    for (List<double[]> rings : outline.polygons()) {
      var closed = new ArrayList<LinearRing>();
      for (double[] ring : rings) {
        if (!isClosedOnEarth(ring)) {
          return Proposal.NONE;
        }
        double near = closed.isEmpty() ? ring[0] : closed.get(0).getCoordinate().x;
        closed.add(unwound(ring, near));
      }
      if (closed.isEmpty()) {
        return Proposal.NONE;
      }
      Polygon polygon =
          FACTORY.createPolygon(
              closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
      if (!polygon.isValid() || polygon.getEnvelopeInternal().getWidth() > MAX_WIDTH) {
        return Proposal.NONE;
      }
      drawn_m2 += GeodesicArea.area_m2(polygon);
      try {
        for (int turn = -2; turn <= 2; turn++) {
          parts.add(oneTurn(polygon, 360 * turn));
        }
      } catch (TopologyException tangled) { // edges that all but lie on one another
        return Proposal.NONE;
      }
    }
    MultiPolygon whole = OutlineRepair.together(parts);
    return whole.isEmpty() || !whole.isValid()
        ? Proposal.NONE
        : new Proposal("", false, drawn_m2, GeodesicArea.area_m2(whole), whole);
  }

  private static boolean isClosedOnEarth(double[] ring) {
    for (int at = 0; at < ring.length; at += 2) {
      if (!(Math.abs(ring[at]) <= 540 && Math.abs(ring[at + 1]) <= OutlineCheck.MAX_LATITUDE)) {
        return false;
      }
    }
    int last = ring.length - 2;
    return ring.length >= 8 && ring[0] == ring[last] && ring[1] == ring[last + 1];
  }

  /** Every edge the short way round, the first vertex within half a turn of a longitude. */
  private static LinearRing unwound(double[] ring, double near) {
    var vertices = new Coordinate[ring.length / 2];
    double before = near;
    for (int i = 0; i < vertices.length; i++) {
      double lon = ring[2 * i] - 360 * Math.rint((ring[2 * i] - before) / 360);
      vertices[i] = new Coordinate(lon, ring[2 * i + 1]);
      before = lon;
    }
    return vertices[0].equals2D(vertices[vertices.length - 1])
        ? FACTORY.createLinearRing(vertices)
        : FACTORY.createLinearRing(); // round a pole
  }

  /** What lies within half a turn of a meridian, written as if that were the prime one. */
  private static Geometry oneTurn(Polygon polygon, double meridian) {
    Geometry band = FACTORY.toGeometry(new Envelope(meridian - 180, meridian + 180, -90, 90));
    Geometry part = polygon.intersection(band).copy(); // it may share vertices with the polygon
    part.apply((CoordinateFilter) vertex -> vertex.x -= meridian);
    part.geometryChanged();
    return part;
  }
}
