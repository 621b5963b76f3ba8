package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.ItemOrigin;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.sites.Quote;

/**
 * What a STAC Item (1.0 or 1.1) says of itself beside its place and its assets: the same words mean
 * the same wherever the item was found.
 *
 * @param sensor the one that the item, or who put it here, names; else the one its origin tells
 */
public record ItemHeader(
    String id, String collection, Instant datetime, Sensor sensor, Acquisition acquisition) {

  /** An id names files. */
  static final int MAX_ID_LENGTH = 200;

  /**
   * @throws IllegalArgumentException with a reason if the item is not sound
   */
  public static ItemHeader read(JsonNode item) {
    String id = item.path("id").asText("");
    if (!item.path("type").asText("").equals("Feature") || id.isBlank()) {
      throw new IllegalArgumentException("is not a STAC Item: expected type Feature and an id");
    }
    if (id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException(
          "an id must have at most " + MAX_ID_LENGTH + " characters, got " + id.length());
    }
    String version = item.path("stac_version").asText("1.");
    if (!version.startsWith("1.")) {
      version = version.substring(0, Math.min(20, version.length()));
      throw new IllegalArgumentException("is of STAC version " + version + ", expected 1");
    }
    JsonNode properties = item.path("properties");
    String collection = item.path("collection").asText("");
    Sensor sensor = sensor(properties, collection);
    var acquisition =
        new Acquisition(
            properties.path("platform").asText(""),
            baseline(properties),
            properties.path("grid:code").asText(""),
            properties.path("sat:relative_orbit").asText(""),
            sensor.modeOf(properties.path("sat:orbit_state").asText(""), instruments(properties)),
            "");
    return new ItemHeader(id, collection, datetime(properties), sensor, acquisition);
  }

  private static Sensor sensor(JsonNode properties, String collection) {
    String named = properties.path("sitewatch:sensor").asText("");
    if (!named.isEmpty()) {
      try {
        return Sensor.ofId(named);
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException("sitewatch:sensor: " + unknown.getMessage(), unknown);
      }
    }
    return new ItemOrigin(
            collection,
            properties.path("constellation").asText(""),
            properties.path("platform").asText(""),
            properties.path("pl:item_type").asText(""))
        .sensor();
  }

  /** The first of these that is there, empty if none is. */
  private static String baseline(JsonNode properties) {
    for (String name :
        List.of("s2:processing_baseline", "sentinel:processing_baseline", "processing:version")) {
      String word = properties.path(name).asText("");
      if (!word.isEmpty()) {
        return word;
      }
    }
    return "";
  }

  private static List<String> instruments(JsonNode properties) {
    var names = new ArrayList<String>();
    properties.path("instruments").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static Instant datetime(JsonNode properties) {
    String word = properties.path("datetime").asText("");
    if (word.isEmpty() || word.equals("null")) {
      word = properties.path("start_datetime").asText("");
    }
    if (word.isEmpty()) {
      throw new IllegalArgumentException(
          "has no datetime; expected properties.datetime such as 2024-05-03T04:10:31Z");
    }
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException broken) {
      throw new IllegalArgumentException(
          "datetime '" + Quote.of(word) + "' is not RFC 3339, such as 2024-05-03T04:10:31Z",
          broken);
    }
  }
}
