package org.sitewatch.report.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** The properties of the features of a committed report, for commands that tell of it. */
public final class ReportedFeatures {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportedFeatures() {}

  /** Properties in file order. */
  public static List<JsonNode> of(Path geoJson) {
    return features(geoJson).stream().map(feature -> feature.path("properties")).toList();
  }

  /** Features in file order. */
  public static List<JsonNode> features(Path geoJson) {
    try {
      var features = new ArrayList<JsonNode>();
      MAPPER.readTree(geoJson.toFile()).path("features").forEach(features::add);
      return features;
    } catch (IOException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, geoJson + ": cannot be read: " + broken.getMessage(), broken);
    }
  }

  /** The properties of the feature with a value. */
  public static Optional<JsonNode> find(Path geoJson, String key, String value) {
    return of(geoJson).stream().filter(one -> one.path(key).asText().equals(value)).findFirst();
  }
}
