package org.sitewatch.sites.registry;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * The one way a registry is written: RFC 7946, sites by id, a line per zone, fields in a fixed
 * order and attributes by name, at most nine decimals, normalised polygons with shells
 * counter-clockwise.
 */
final class CanonicalGeoJson {
  private final StringBuilder json = new StringBuilder();

  private CanonicalGeoJson() {}

  /**
   * @param sites sorted by id
   */
  static byte[] bytes(Collection<Site> sites) {
    var writer = new CanonicalGeoJson();
    writer.json.append("{\"type\":\"FeatureCollection\",\"features\":[");
    String separator = "\n";
    for (Site site : sites) {
      for (Map.Entry<Zone, MultiPolygon> zone : site.zones().entrySet()) {
        writer.json.append(separator);
        writer.feature(site, zone.getKey(), zone.getValue());
        separator = ",\n";
      }
    }
    writer.json.append("\n]}\n");
    return writer.json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void feature(Site site, Zone zone, MultiPolygon area) {
    json.append("{\"type\":\"Feature\",\"properties\":{");
    property("", RawFeature.ID, site.id());
    property(",", RawFeature.NAME, site.name());
    property(",", RawFeature.ZONE, zone.label());
    property(",", RawFeature.PRIORITY, (long) site.priority());
    property(",", RawFeature.DESIGNATION, site.designation());
    site.attributes().forEach((key, value) -> property(",", key, value));
    json.append("},\"geometry\":");
    geometryOf(area);
    json.append('}');
  }

  /** Polygons as a geometry object. */
  static String geometry(MultiPolygon area) {
    var writer = new CanonicalGeoJson();
    writer.geometryOf(area);
    return writer.json.toString();
  }

  private void geometryOf(MultiPolygon area) {
    json.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    MultiPolygon normal = (MultiPolygon) area.norm();
    for (int part = 0; part < normal.getNumGeometries(); part++) {
      json.append(part == 0 ? "[" : ",[");
      Polygon polygon = (Polygon) normal.getGeometryN(part);
      ring(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        json.append(',');
        ring(polygon.getInteriorRingN(hole));
      }
      json.append(']');
    }
    json.append("]}");
  }

  private void property(String separator, String key, Object value) {
    json.append(separator);
    text(key);
    json.append(':');
    if (value instanceof String string) {
      text(string);
    } else if (value instanceof Double number) {
      json.append(CanonicalNumber.ofDouble(number));
    } else {
      json.append(value);
    }
  }

  private void text(String value) {
    json.append('"').append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
  }

  /** Backwards: normalised shells are clockwise, the RFC wants them the other way; holes too. */
  private void ring(LineString ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    for (int i = vertices.size() - 1; i >= 0; i--) {
      json.append(i == vertices.size() - 1 ? "[[" : ",[");
      json.append(CanonicalNumber.ofCoordinate(vertices.getX(i))).append(',');
      json.append(CanonicalNumber.ofCoordinate(vertices.getY(i))).append(']');
    }
    json.append(']');
  }
}
