package org.sitewatch.sites.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** A FeatureCollection, one feature in memory as a tree at a time, within limits. */
public final class GeoJsonReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_DIGITS = 100;
  private static final int MAX_SHOWN = 60;
  private static final long MAX_BYTES = 1L << 30;

  /** GDAL writes the first; RFC 7946 wants none. */
  private static final Pattern LON_LAT_CRS =
      Pattern.compile(
          "(?i)(urn:ogc:def:crs:OGC:[0-9.]*:CRS84|(urn:ogc:def:crs:)?EPSG:[0-9.]*:?4326)");

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_TEXT)
                      .maxNumberLength(MAX_DIGITS)
                      .maxDocumentLength(MAX_BYTES)
                      .build())
              .build());

  private final String file;
  private final RegistryLimits limits;
  private final List<RawFeature> features = new ArrayList<>();
  private String crs = "";
  private int count;

  private GeoJsonReader(String file) {
    this.file = file;
    this.limits = new RegistryLimits(file);
  }

  /**
   * @param file its name, for messages
   * @throws UserException if it is no GeoJSON FeatureCollection or over a limit
   */
  static SiteImport read(String file, InputStream in) throws IOException {
    return layer(file, in).checked();
  }

  /**
   * Its features as they are.
   *
   * @param file its name, for messages
   * @throws UserException if it is no GeoJSON FeatureCollection or over a limit
   */
  public static RawLayer layer(String file, InputStream in) throws IOException {
    var reader = new GeoJsonReader(file);
    try (JsonParser parser = MAPPER.createParser(in)) {
      reader.collection(parser);
    } catch (JsonProcessingException e) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          file + ": broken JSON at " + place(e) + ": " + firstLine(e.getOriginalMessage()),
          e);
    }
    if (!LON_LAT_CRS.matcher(reader.crs).matches() && !reader.crs.isEmpty()) {
      return RawLayer.refused(
          file,
          Code.G2,
          "%s says its CRS is %s, GeoJSON is lon/lat; save it as EPSG:4326"
              .formatted(file, reader.crs.substring(0, Math.min(MAX_SHOWN, reader.crs.length()))));
    }
    return RawLayer.of(file, reader.features);
  }

  private void collection(JsonParser parser) throws IOException {
    String type = "";
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notACollection("no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getText();
      } else if (name.equals("crs")) {
        crs = crsName(MAPPER.readTree(parser));
      } else if (name.equals("features") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode feature = MAPPER.readTree(parser);
          count++;
          if (!isBlank(feature)) {
            feature(feature);
          }
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!type.equals("FeatureCollection")) {
      throw notACollection("'" + type.substring(0, Math.min(MAX_SHOWN, type.length())) + "'");
    }
  }

  /** Nothing filled in and nothing drawn: it carries the fields of an empty registry. */
  private static boolean isBlank(JsonNode node) {
    JsonNode fields = node.path("properties");
    for (JsonNode value : fields) {
      if (!value.isNull()) {
        return false;
      }
    }
    JsonNode drawn = node.path("geometry").path("coordinates");
    return !fields.isEmpty() && drawn.isArray() && drawn.isEmpty() && !node.hasNonNull("id");
  }

  private void feature(JsonNode node) {
    String label = "feature " + count;
    var flaws = new ArrayList<Flaw>();
    var properties = GeoJsonAttributes.of(node.path("properties"), flaws);
    if (properties.keySet().stream().noneMatch(RawFeature.ID::equalsIgnoreCase)) {
      GeoJsonAttributes.scalar(node.path("id"))
          .ifPresent(id -> properties.putIfAbsent(RawFeature.FEATURE_ID, id));
    }
    Outline outline = GeoJsonOutline.of(node.path("geometry"), flaws);
    limits.count(outline);
    features.add(RawFeature.of(label, properties, outline, flaws));
  }

  /** Empty if none is named; null means the same. */
  private static String crsName(JsonNode crs) {
    return crs.isNull() ? "" : crs.path("properties").path("name").asText(crs.toString());
  }

  private UserException notACollection(String got) {
    return new UserException(
        ExitCode.REGISTRY_INVALID, file + ": expected a GeoJSON FeatureCollection, got " + got);
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "its end" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
