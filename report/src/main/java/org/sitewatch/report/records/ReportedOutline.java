package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** The outlines of our own reports: null or a MultiPolygon. */
final class ReportedOutline {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ReportedOutline() {}

  /**
   * Without parts where there is no geometry.
   *
   * @throws IllegalArgumentException if it is anything else than null or a MultiPolygon
   */
  static MultiPolygon of(JsonNode geometry) {
    if (geometry.isNull()) {
      return FACTORY.createMultiPolygon();
    }
    JsonNode parts = geometry.path("coordinates");
    if (!geometry.path("type").asText().equals("MultiPolygon") || !parts.isArray()) {
      throw new IllegalArgumentException("a geometry is no MultiPolygon");
    }
    Polygon[] polygons = new Polygon[parts.size()];
    for (int part = 0; part < polygons.length; part++) {
      polygons[part] = polygon(parts.get(part));
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  private static Polygon polygon(JsonNode rings) {
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("a polygon has no rings");
    }
    LinearRing[] holes = new LinearRing[Math.max(0, rings.size() - 1)];
    for (int hole = 0; hole < holes.length; hole++) {
      holes[hole] = ring(rings.get(hole + 1));
    }
    return FACTORY.createPolygon(ring(rings.path(0)), holes);
  }

  private static LinearRing ring(JsonNode positions) {
    Coordinate[] coordinates = new Coordinate[positions.size()];
    for (int i = 0; i < coordinates.length; i++) {
      JsonNode position = positions.get(i);
      if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
        throw new IllegalArgumentException("a vertex of a geometry is no lon, lat: " + position);
      }
      coordinates[i] = new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }
    return FACTORY.createLinearRing(coordinates);
  }
}
