package org.sitewatch.report.review.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sitewatch.report.json.CanonicalJson;

/** {@code disturbances.geojson} as somebody edited it; geometry and other fields are left aside. */
final class ReviewGeoJson {
  private ReviewGeoJson() {}

  /**
   * @throws IllegalArgumentException if it is no FeatureCollection
   */
  static List<ReviewRow> rows(String text) {
    JsonNode root;
    try {
      root = CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null ? "" : " (line " + broken.getLocation().getLineNr() + ")";
      String what = broken.getOriginalMessage().replaceAll("\\p{Cntrl}+", " ");
      throw new IllegalArgumentException("is no JSON" + where + ": " + what, broken);
    } catch (IOException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getMessage(), e);
    }
    if (!root.path("features").isArray()) {
      throw new IllegalArgumentException(
          "is no GeoJSON FeatureCollection: it has no list of features");
    }
    var rows = new ArrayList<ReviewRow>();
    for (JsonNode feature : root.path("features")) {
      JsonNode properties = feature.path("properties");
      String id = text(properties, "id");
      rows.add(
          new ReviewRow(
              "feature " + (rows.size() + 1),
              id.isEmpty() ? text(feature, "id") : id,
              text(properties, "verdict"),
              text(properties, "verified_by"),
              text(properties, "verified_on"),
              text(properties, "note"),
              text(properties, "run_id")));
    }
    return rows;
  }

  /** By its name in any case; empty if it is null, not there, or no plain value. */
  private static String text(JsonNode properties, String name) {
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode value = property.getValue();
      if (property.getKey().equalsIgnoreCase(name) && value.isValueNode() && !value.isNull()) {
        return value.asText().strip();
      }
    }
    return "";
  }
}
