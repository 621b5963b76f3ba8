package org.sitewatch.report.work;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
import java.util.function.Consumer;
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
    var properties = new ArrayList<JsonNode>();
    forEach(geoJson, feature -> properties.add(feature.path("properties")));
    return properties;
  }

  /** The same with some properties only: all those of a year's runs would fill the memory. */
  public static List<JsonNode> of(Path geoJson, Collection<String> kept) {
    var all = new ArrayList<JsonNode>();
    forEach(
        geoJson,
        feature -> {
          JsonNode one = feature.path("properties");
          if (one instanceof ObjectNode properties) {
            properties.retain(kept);
          }
          all.add(one);
        });
    return all;
  }

  /** Features in file order. */
  public static List<JsonNode> features(Path geoJson) {
    var features = new ArrayList<JsonNode>();
    forEach(geoJson, features::add);
    return features;
  }

  /**
   * One after the other, in file order: the outlines of many sites as JSON would fill the memory.
   */
  public static void forEach(Path geoJson, Consumer<JsonNode> taker) {
    boolean isListed = false;
    try (JsonParser json = MAPPER.createParser(geoJson.toFile())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          if (json.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
            isListed = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
              taker.accept(MAPPER.readTree(json));
            }
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (IOException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, geoJson + ": cannot be read: " + broken.getMessage(), broken);
    }
    if (!isListed) {
      throw new UserException(
          ExitCode.INTEGRITY, geoJson + ": cannot be read: it has no list of features");
    }
  }

  /** The properties of the feature with a value. */
  public static Optional<JsonNode> find(Path geoJson, String key, String value) {
    return of(geoJson).stream().filter(one -> one.path(key).asText().equals(value)).findFirst();
  }
}
