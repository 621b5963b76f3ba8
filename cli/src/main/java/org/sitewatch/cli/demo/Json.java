package org.sitewatch.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** JSON as the demo writes it: fixed decimals, line feeds, the same bytes on every JVM. */
final class Json {
  private static final int LON_LAT_DECIMALS = 7;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .nodeFactory(NODES)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** A number with at most so many decimals. */
  static JsonNode decimal(double value, int decimals) {
    var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    var plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  /** A FeatureCollection without features. */
  static ObjectNode collection() {
    var collection = object().put("type", "FeatureCollection");
    collection.putArray("features");
    return collection;
  }

  static ArrayNode features(ObjectNode collection) {
    return collection.withArray("features");
  }

  /** A polygon or multipolygon in lon/lat degrees, exterior rings anticlockwise. */
  static ObjectNode geometry(Geometry lonLat) {
    var node = object();
    if (lonLat instanceof Polygon polygon) {
      node.put("type", "Polygon").set("coordinates", rings(polygon));
      return node;
    }
    var parts = array();
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      parts.add(rings((Polygon) lonLat.getGeometryN(i)));
    }
    node.put("type", "MultiPolygon").set("coordinates", parts);
    return node;
  }

  private static ArrayNode rings(Polygon polygon) {
    var rings = array();
    rings.add(ring(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false));
    }
    return rings;
  }

  private static ArrayNode ring(LinearRing ring, boolean isAnticlockwise) {
    boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != isAnticlockwise;
    var points = array();
    for (Coordinate point : (turn ? ring.reverse() : ring).getCoordinates()) {
      points.add(lonLat(point.x, point.y));
    }
    return points;
  }

  private static ArrayNode lonLat(double lon, double lat) {
    return array().add(decimal(lon, LON_LAT_DECIMALS)).add(decimal(lat, LON_LAT_DECIMALS));
  }

  /** West, south, east, north. */
  static ArrayNode bbox(Geometry lonLat) {
    var bounds = lonLat.getEnvelopeInternal();
    return lonLat(bounds.getMinX(), bounds.getMinY())
        .addAll(lonLat(bounds.getMaxX(), bounds.getMaxY()));
  }

  static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  static void write(Path file, JsonNode node) throws IOException {
    var indenter = new DefaultIndenter(" ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    var text = MAPPER.writer(printer).writeValueAsString(node) + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
