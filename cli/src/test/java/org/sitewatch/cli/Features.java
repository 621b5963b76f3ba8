package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Reads reports back as any GeoJSON reader would. */
final class Features {

  private Features() {}

  static List<JsonNode> of(Path file) {
    var features = new ArrayList<JsonNode>();
    SmallScenes.read(file).path("features").forEach(features::add);
    return features;
  }

  static JsonNode site(Path coverage, String id) {
    return of(coverage).stream()
        .map(feature -> feature.path("properties"))
        .filter(properties -> properties.path("site_id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("site '" + id + "' is not in " + coverage));
  }

  static Geometry outline(JsonNode feature) {
    try {
      return new GeoJsonReader().read(feature.path("geometry").toString());
    } catch (ParseException broken) {
      throw new AssertionError(broken);
    }
  }
}
