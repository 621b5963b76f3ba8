package org.sitewatch.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * An outline in whole millionths of a degree (0.1 m): polygons of rings of {@code lon, lat} of the
 * first corner, then the step from each corner to the next. The closing corner is left out.
 */
final class PackedOutline {
  private static final double MILLIONTHS = 1e6;

  private PackedOutline() {}

  static ArrayNode of(MultiPolygon outline) {
    ArrayNode polygons = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) outline.getGeometryN(i);
      ArrayNode rings = polygons.addArray();
      pack(polygon.getExteriorRing(), rings.addArray());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        pack(polygon.getInteriorRingN(hole), rings.addArray());
      }
    }
    return polygons;
  }

  private static void pack(LinearRing ring, ArrayNode into) {
    Coordinate[] corners = ring.getCoordinates();
    long lon = 0;
    long lat = 0;
    for (int i = 0; i < corners.length - 1; i++) {
      long nextLon = Math.round(corners[i].x * MILLIONTHS);
      long nextLat = Math.round(corners[i].y * MILLIONTHS);
      into.add(nextLon - lon).add(nextLat - lat);
      lon = nextLon;
      lat = nextLat;
    }
  }
}
