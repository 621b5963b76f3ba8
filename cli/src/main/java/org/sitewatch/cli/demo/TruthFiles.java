package org.sitewatch.cli.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Reads truth and reports into metres around the demo's valley: x = lon × cos 47.3° × 111.32 km, y
 * = lat × 111.2 km, good to 1 % over the frame.
 */
final class TruthFiles {
  private static final double LON_M = 75_500;
  private static final double LAT_M = 111_200;
  private static final double TOLERANCE_M = 12;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private TruthFiles() {}

  static List<Planted> planted(Path truthFile) {
    var planted = new ArrayList<Planted>();
    for (var feature : features(truthFile)) {
      var properties = feature.path("properties");
      planted.add(
          new Planted(
              text(truthFile, properties, "kind"),
              role(truthFile, text(truthFile, properties, "role")),
              properties.path("site_id").asText(""),
              properties.path("site_name").asText(""),
              date(truthFile, text(truthFile, properties, "start")),
              properties.path("looks_in_sight").asInt(),
              geometry(truthFile, feature.path("geometry")).buffer(TOLERANCE_M)));
    }
    return planted;
  }

  /**
   * The disturbances of several runs, each once: as the last run has it, but raised when the first
   * said so.
   *
   * @param reports in the order of the runs
   */
  static Collection<Reported> reported(List<Path> reports) {
    Map<String, Reported> byId = new TreeMap<>();
    for (var report : reports) {
      for (var feature : features(report)) {
        var properties = feature.path("properties");
        var found =
            new Reported(
                text(report, properties, "id"),
                text(report, properties, "site_id"),
                properties.path("site_name").asText(""),
                date(report, text(report, properties, "alerted_on")),
                properties.path("status").asText("unknown"),
                geometry(report, feature.path("geometry")).buffer(0));
        byId.put(found.id(), found);
      }
    }
    return byId.values();
  }

  private static JsonNode features(Path file) {
    try {
      var features = Json.read(file).path("features");
      if (!features.isArray()) {
        throw broken(file, "expected a FeatureCollection");
      }
      return features;
    } catch (JacksonException notJson) {
      throw broken(file, "not JSON");
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static String text(Path file, JsonNode properties, String name) {
    var value = properties.path(name);
    if (!value.isTextual()) {
      throw broken(file, "a feature has no text property '" + name + "'");
    }
    return value.textValue();
  }

  private static LocalDate date(Path file, String text) {
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException wrong) {
      throw broken(file, "'" + text + "' is no date");
    }
  }

  private static Event.Role role(Path file, String label) {
    for (var role : Event.Role.values()) {
      if (role.label().equals(label.toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw broken(file, "role '" + label + "' is not one of new, old, off_site, decoy");
  }

  private static Geometry geometry(Path file, JsonNode node) {
    var coordinates = node.path("coordinates");
    var polygons = new ArrayList<Polygon>();
    switch (node.path("type").asText()) {
      case "Polygon" -> polygons.add(polygon(file, coordinates));
      case "MultiPolygon" -> coordinates.forEach(part -> polygons.add(polygon(file, part)));
      default -> throw broken(file, "a feature is neither Polygon nor MultiPolygon");
    }
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(Path file, JsonNode rings) {
    if (rings.isEmpty()) {
      throw broken(file, "a polygon has no ring");
    }
    var holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(file, rings.get(i + 1));
    }
    return GEOMETRY.createPolygon(ring(file, rings.get(0)), holes);
  }

  private static LinearRing ring(Path file, JsonNode points) {
    var ring = new Coordinate[points.size()];
    for (int i = 0; i < ring.length; i++) {
      var lon = points.get(i).path(0);
      var lat = points.get(i).path(1);
      if (!lon.isNumber() || !lat.isNumber()) {
        throw broken(file, "a position is not a pair of numbers");
      }
      ring[i] = new Coordinate(lon.doubleValue() * LON_M, lat.doubleValue() * LAT_M);
    }
    if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
      throw broken(file, "a ring is not closed or has less than 4 positions");
    }
    return GEOMETRY.createLinearRing(ring);
  }

  private static UserException broken(Path file, String why) {
    return new UserException(ExitCode.UNAVAILABLE, file + ": " + why);
  }
}
