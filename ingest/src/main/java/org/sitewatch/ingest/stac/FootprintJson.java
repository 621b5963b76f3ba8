package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/** A footprint as a GeoJSON geometry, lon/lat to 9 decimals. */
public final class FootprintJson {
  private static final int DECIMALS = 9;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FootprintJson() {}

  public static JsonNode write(Geometry footprint) {
    var writer = new GeoJsonWriter(DECIMALS);
    writer.setEncodeCRS(false);
    writer.setForceCCW(true);
    try {
      return MAPPER.readTree(writer.write(footprint));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("JTS wrote broken GeoJSON", impossible);
    }
  }

  /**
   * @throws IllegalArgumentException if it is not a geometry with an area
   */
  static Geometry read(JsonNode geometry) {
    try {
      Geometry footprint = new GeoJsonReader().read(geometry.toString());
      if (footprint instanceof Polygonal && !footprint.isEmpty()) {
        return footprint;
      }
    } catch (ParseException | RuntimeException broken) { // the library trusts what it casts
      throw new IllegalArgumentException("footprint is not a GeoJSON geometry", broken);
    }
    throw new IllegalArgumentException("footprint is no polygon");
  }
}
