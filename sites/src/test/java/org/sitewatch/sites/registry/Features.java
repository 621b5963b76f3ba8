package org.sitewatch.sites.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** Registry files written into tests. */
final class Features {
  static final String SQUARE = "[[[35,30],[35.01,30],[35.01,30.01],[35,30.01],[35,30]]]";

  private Features() {}

  static SiteImport read(String json) {
    try {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return GeoJsonReader.read("sites.geojson", new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  /** Properties and a polygon's coordinates, as they stand in JSON but with ' for ". */
  static String polygon(String properties, String coordinates) {
    return feature(properties, "{'type':'Polygon','coordinates':" + coordinates + "}");
  }

  static String feature(String properties, String geometry) {
    return ("{'type':'Feature','properties':{" + properties + "},'geometry':" + geometry + "}")
        .replace('\'', '"');
  }

  /** What is wrong, but that sites which are drawn with few digits are large. */
  static List<RegistryFinding> butSize(SiteImport read) {
    return read.findings().stream().filter(one -> one.code() != Code.G7).toList();
  }

  static SiteImport readPolygon(String coordinates) {
    return read(collection(polygon("'id':'petra'", coordinates)));
  }
}
