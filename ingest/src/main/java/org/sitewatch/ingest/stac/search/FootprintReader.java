package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.sitewatch.sites.Quote;

/**
 * The footprint of an item from elsewhere: a GeoJSON Polygon or MultiPolygon in lon/lat. What
 * crosses itself is mended; what spans more than half the earth is taken for a ring over the
 * antimeridian and split there.
 */
final class FootprintReader {
  private static final int MAX_POINTS = 100_000;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private FootprintReader() {}

  /**
   * @throws IllegalArgumentException with a reason if it is no such geometry
   */
  static Geometry read(JsonNode geometry) {
    String type = geometry.path("type").asText("");
    JsonNode coordinates = geometry.path("coordinates");
    var polygons = new ArrayList<Polygon>();
    switch (type) {
      case "Polygon" -> polygons.add(polygon(coordinates));
      case "MultiPolygon" -> coordinates.forEach(part -> polygons.add(polygon(part)));
      default ->
          throw new IllegalArgumentException(
              geometry.isObject()
                  ? "its footprint is a '"
                      + Quote.of(type)
                      + "', expected a Polygon or MultiPolygon"
                  : "it has no footprint");
    }
    if (polygons.isEmpty()) {
      throw new IllegalArgumentException("its footprint is empty");
    }
    try {
      Geometry[] parts = polygons.stream().map(FootprintReader::mended).toArray(Geometry[]::new);
      return parts.length == 1 ? parts[0] : GEOMETRY.createGeometryCollection(parts).union();
    } catch (TopologyException tangled) {
      throw new IllegalArgumentException("its footprint is too tangled to be mended", tangled);
    }
  }

  private static Geometry mended(Polygon polygon) {
    Geometry whole = polygon;
    if (polygon.getEnvelopeInternal().getWidth() > 180) {
      Geometry east = polygon.copy();
      east.apply((Coordinate at) -> at.x += at.x < 0 ? 360 : 0);
      east.geometryChanged();
      whole = GeometryFixer.fix(east);
      Geometry left = whole.intersection(band(-180, 180));
      Geometry right = whole.intersection(band(180, 540));
      return left.union(AffineTransformation.translationInstance(-360, 0).transform(right));
    }
    return whole.isValid() ? whole : GeometryFixer.fix(whole);
  }

  private static Polygon polygon(JsonNode rings) {
    var all = new ArrayList<LinearRing>();
    rings.forEach(ring -> all.add(ring(ring)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("its footprint has a polygon without a ring");
    }
    List<LinearRing> holes = all.subList(1, all.size());
    return GEOMETRY.createPolygon(all.get(0), holes.toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode points) {
    if (points.size() > MAX_POINTS) {
      throw new IllegalArgumentException(
          "its footprint has a ring of " + points.size() + " points, at most " + MAX_POINTS);
    }
    var ring = new ArrayList<Coordinate>();
    for (JsonNode point : points) {
      double lon = point.path(0).asDouble(Double.NaN);
      double lat = point.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90)) {
        throw new IllegalArgumentException("its footprint has a point that is no lon, lat");
      }
      ring.add(new Coordinate(lon, lat));
    }
    if (ring.size() < 4 || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      throw new IllegalArgumentException("its footprint has a ring that is not closed");
    }
    return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static Geometry band(double west, double east) {
    return GEOMETRY.toGeometry(new Envelope(west, east, -90, 90));
  }
}
