package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One feature of {@code disturbances.geojson}.
 *
 * @param outline WGS84 lon/lat
 * @param properties as written, numbers with the digits they were written with
 * @param evidence its pictures and looks; empty where none were kept
 */
public record DisturbanceRecord(
    MultiPolygon outline, JsonNode properties, Optional<Evidence> evidence) {

  public String id() {
    return text("id");
  }

  public String siteId() {
    return text("site_id");
  }

  public int rank() {
    return properties.path("rank").asInt();
  }

  /** Degrees, WGS84. */
  public double lon() {
    return properties.path("centroid_lon").asDouble(Double.NaN);
  }

  /** Degrees, WGS84. */
  public double lat() {
    return properties.path("centroid_lat").asDouble(Double.NaN);
  }

  /** The value as text; empty if it is null or there is none. */
  public String text(String property) {
    JsonNode value = properties.path(property);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** Empty if it is null or no number. */
  public OptionalDouble number(String property) {
    JsonNode value = properties.path(property);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  public boolean is(String property) {
    return properties.path(property).asBoolean(false);
  }

  /** Empty if it is null. */
  public Optional<LocalDate> date(String property) {
    return Optional.of(text(property))
        .filter(day -> !day.isEmpty())
        .map(day -> ReportedDay.parse(day, "disturbance '" + id() + "'"));
  }
}
