package org.sitewatch.sites.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** The geometry of a GeoJSON feature as an outline. */
final class GeoJsonOutline {
  private final List<Flaw> flaws;
  private boolean hasHeights;

  private GeoJsonOutline(List<Flaw> flaws) {
    this.flaws = flaws;
  }

  /** What cannot be read is none, with a flaw. */
  static Outline of(JsonNode geometry, List<Flaw> flaws) {
    var reader = new GeoJsonOutline(flaws);
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asText("");
    Outline outline =
        switch (type) {
          case "" -> Outline.NONE;
          case "Point" -> reader.points(List.of(coordinates));
          case "MultiPoint" -> reader.points(coordinates);
          case "Polygon" -> reader.polygons(List.of(coordinates));
          case "MultiPolygon" -> reader.polygons(coordinates);
          default -> reader.none("a " + type + " is no outline; draw a polygon");
        };
    if (reader.hasHeights) {
      flaws.add(Flaw.warning(Code.A4, "heights are left out"));
    }
    return outline;
  }

  private Outline polygons(Iterable<JsonNode> polygons) {
    var result = new ArrayList<List<double[]>>();
    for (JsonNode polygon : polygons) {
      var rings = new ArrayList<double[]>();
      for (JsonNode ring : polygon) {
        var pairs = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
          JsonNode position = ring.path(i);
          if (!isPosition(position)) {
            return none("vertex " + i + " is not two numbers");
          }
          pairs[2 * i] = position.get(0).doubleValue();
          pairs[2 * i + 1] = position.get(1).doubleValue();
        }
        rings.add(pairs);
      }
      if (!rings.isEmpty()) {
        result.add(rings);
      }
    }
    return new Outline(result);
  }

  private Outline points(Iterable<JsonNode> positions) {
    var pairs = new ArrayList<Double>();
    for (JsonNode position : positions) {
      if (!isPosition(position)) {
        return none("its point is not two numbers");
      }
      pairs.add(position.get(0).doubleValue());
      pairs.add(position.get(1).doubleValue());
    }
    return Outline.ofPoints(pairs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private boolean isPosition(JsonNode position) {
    hasHeights |= position.size() > 2;
    return position.path(0).isNumber() && position.path(1).isNumber();
  }

  private Outline none(String text) {
    flaws.add(Flaw.error(Code.G1, text));
    return Outline.NONE;
  }
}
