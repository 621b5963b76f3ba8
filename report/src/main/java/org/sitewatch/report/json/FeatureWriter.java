package org.sitewatch.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes an RFC 7946 FeatureCollection as a stream, one feature a line: no {@code crs}, seven
 * decimals, numbers with a fixed count of decimals and never NaN or Infinity (they become null).
 * Properties come out in the order they are put.
 *
 * <p>Closing ends the collection and leaves the stream open.
 */
public final class FeatureWriter implements Closeable {
  private static final int DEGREE_DECIMALS = 7;

  private final OutputStream out;
  private final JsonGenerator json;

  public FeatureWriter(OutputStream target) throws IOException {
    out = new BufferedOutputStream(target, 1 << 16);
    out.write("{\"type\":\"FeatureCollection\",\"features\":[\n".getBytes(StandardCharsets.UTF_8));
    json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter(",\n"));
  }

  /** Opens a feature; what is put from here on are its properties, until {@link #end()}. */
  public void start(String id, Geometry geometry) throws IOException {
    MultiPolygon outline = LonLatOutline.of(geometry);
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", JsonText.writable(id));
    json.writeFieldName("geometry");
    if (outline.isEmpty()) {
      json.writeNull();
    } else {
      writeGeometry(outline);
    }
    json.writeObjectFieldStart("properties");
  }

  public void end() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  public void put(String name, String text) throws IOException {
    json.writeStringField(name, JsonText.writable(text));
  }

  public void put(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  public void put(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** NaN and Infinity are written as null. */
  public void put(String name, double value, int decimals) throws IOException {
    json.writeFieldName(name);
    if (Double.isFinite(value)) {
      json.writeNumber(FixedDecimals.of(value, decimals));
    } else {
      json.writeNull();
    }
  }

  public void put(String name, LocalDate date) throws IOException {
    json.writeStringField(name, date.toString());
  }

  /** A value that may be missing; it is written by {@code toString}. */
  public void put(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, JsonText.writable(value.get().toString()));
    } else {
      json.writeNullField(name);
    }
  }

  @Override
  public void close() throws IOException {
    json.flush();
    out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    json.close();
  }

  private void writeGeometry(MultiPolygon outline) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "MultiPolygon");
    json.writeArrayFieldStart("coordinates");
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) outline.getGeometryN(i);
      json.writeStartArray();
      writeRing(polygon.getExteriorRing());
      for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
        writeRing(polygon.getInteriorRingN(j));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRing(LinearRing ring) throws IOException {
    json.writeStartArray();
    for (Coordinate c : ring.getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(FixedDecimals.of(c.x, DEGREE_DECIMALS));
      json.writeNumber(FixedDecimals.of(c.y, DEGREE_DECIMALS));
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
