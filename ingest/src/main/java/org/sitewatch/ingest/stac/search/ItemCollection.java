package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Found scenes as one STAC ItemCollection, an item a line. */
public final class ItemCollection {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ItemCollection() {}

  public static byte[] of(List<FoundScene> scenes) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (FoundScene scene : scenes) {
        json.writeRaw('\n');
        json.writeTree(scene.item());
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("writing into memory failed", impossible);
    }
    return bytes.toByteArray();
  }
}
