package org.sitewatch.report.work;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * The features of a committed report, for what is told of it. A file that is broken, or that is no
 * report, is refused with {@link ExitCode#INTEGRITY}: it must not pass for one in which nothing was
 * found.
 */
public final class ReportedFeatures {
  /** Numbers keep the digits they were written with. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ReportedFeatures() {}

  /** Properties in file order. */
  public static List<JsonNode> of(Path geoJson) {
    return features(geoJson).stream().map(feature -> feature.path("properties")).toList();
  }

  /** The same with some properties only: all those of a year's runs would fill the memory. */
  public static List<JsonNode> of(Path geoJson, Collection<String> kept) {
    List<JsonNode> all = of(geoJson);
    for (JsonNode one : all) {
      if (one instanceof ObjectNode properties) {
        properties.retain(kept);
      }
    }
    return all;
  }

  /** Features in file order. */
  public static List<JsonNode> features(Path geoJson) {
    try {
      JsonNode listed = MAPPER.readTree(geoJson.toFile()).path("features");
      if (!listed.isArray()) {
        throw new UserException(
            ExitCode.INTEGRITY, geoJson + ": cannot be read: it has no list of features");
      }
      var features = new ArrayList<JsonNode>();
      listed.forEach(features::add);
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
