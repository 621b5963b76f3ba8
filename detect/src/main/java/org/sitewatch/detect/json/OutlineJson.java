package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Outlines in lon/lat as polygons of rings of [lon, lat], with the shell first. */
final class OutlineJson {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DECIMALS = 9;

  private OutlineJson() {}

  static void put(ArrayNode polygons, MultiPolygon outline) {
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      var polygon = (Polygon) outline.getGeometryN(i);
      var rings = polygons.addArray();
      putRing(rings.addArray(), polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        putRing(rings.addArray(), polygon.getInteriorRingN(hole));
      }
    }
  }

  static MultiPolygon read(JsonFields fields, String name) {
    return FACTORY.createMultiPolygon(
        fields.list(name, node -> polygon(node, fields)).toArray(Polygon[]::new));
  }

  private static void putRing(ArrayNode corners, LineString ring) {
    for (Coordinate corner : ring.getCoordinates()) {
      corners
          .addArray()
          .add(CanonicalJson.number(corner.x, DECIMALS))
          .add(CanonicalJson.number(corner.y, DECIMALS));
    }
  }

  private static Polygon polygon(JsonNode rings, JsonFields fields) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw fields.refused("outline: a polygon must have a ring");
    }
    var holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1), fields);
    }
    return FACTORY.createPolygon(ring(rings.get(0), fields), holes);
  }

  private static LinearRing ring(JsonNode corners, JsonFields fields) {
    var coordinates = new Coordinate[corners.size()];
    for (int i = 0; i < coordinates.length; i++) {
      var corner = corners.get(i);
      if (corner == null || corner.size() != 2) {
        throw fields.refused("outline: a corner must be [lon, lat]");
      }
      coordinates[i] =
          new Coordinate(
              JsonFields.number(corner.get(0), "outline"),
              JsonFields.number(corner.get(1), "outline"));
    }
    try {
      return FACTORY.createLinearRing(coordinates);
    } catch (IllegalArgumentException open) {
      throw fields.refused("outline: a ring must be closed and have at least 3 corners");
    }
  }
}
