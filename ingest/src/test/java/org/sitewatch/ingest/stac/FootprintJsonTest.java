package org.sitewatch.ingest.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Footprints of registered scenes that somebody edited. */
class FootprintJsonTest {

  private static JsonNode json(String text) throws IOException {
    return StrictJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** The library that reads them casts what it finds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{'type':['Polygon']}",
        "{'type':'Polygon'}",
        "{'type':'Polygon','coordinates':{}}",
        "{'type':'Polygon','coordinates':[]}",
        "{'type':'Polygon','coordinates':[[['a','b']]]}",
        "{'type':'Polygon','coordinates':[[1,2]]}",
        "{'type':'Point','coordinates':[1,2]}",
        "{'type':'GeometryCollection','geometries':[null]}"
      })
  void whatIsNoPolygonIsRefused(String text) throws IOException {
    JsonNode footprint = json(text);
    assertThrows(IllegalArgumentException.class, () -> FootprintJson.read(footprint));
  }

  @Test
  void aPolygonIsRead() throws IOException {
    JsonNode square = json("{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}");
    assertEquals(1, FootprintJson.read(square).getArea());
  }
}
