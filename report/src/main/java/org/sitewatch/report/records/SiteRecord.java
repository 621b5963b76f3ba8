package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One feature of {@code coverage.geojson}: a registered site and what was seen of it.
 *
 * @param outline WGS84 lon/lat of all its zones together; empty where the registry entry could not
 *     be used
 * @param properties as written
 */
public record SiteRecord(MultiPolygon outline, JsonNode properties) {

  public String id() {
    return text("site_id");
  }

  public String name() {
    return text("site_name");
  }

  /** The label of a {@link org.sitewatch.report.ledger.CoverageState}. */
  public String state() {
    return text("state");
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

  /** Empty if the site was never seen clear. */
  public Optional<LocalDate> lastClear() {
    return Optional.of(text("last_clear"))
        .filter(day -> !day.isEmpty())
        .map(day -> ReportedDay.parse(day, "site '" + id() + "'"));
  }
}
