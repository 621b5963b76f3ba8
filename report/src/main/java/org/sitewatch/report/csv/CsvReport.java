package org.sitewatch.report.csv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sitewatch.report.words.PlainText;

/**
 * {@code summary.csv}: one line a disturbance in order of rank. The last columns are those a patrol
 * fills in and {@code review import} reads. Texts are written without what cannot be shown.
 */
public final class CsvReport {
  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "id",
          "site_id",
          "site_name",
          "zone",
          "status",
          "confidence",
          "certainty",
          "score",
          "is_new",
          "in_patrol_week",
          "type",
          "reason",
          "area_m2",
          "extent_pct",
          "extent_class",
          "centroid_lon",
          "centroid_lat",
          "mgrs",
          "occurred_from",
          "occurred_to",
          "first_seen",
          "alerted_on",
          "last_seen",
          "published_in",
          "looks_clear",
          "looks_disturbed",
          "sensors",
          "history",
          "method",
          "before_scene",
          "after_scene",
          "run_id",
          "authorised",
          "verdict",
          "verified_by",
          "verified_on",
          "note");

  private CsvReport() {}

  /**
   * @param disturbances their properties as the run's GeoJSON has them, in its order
   */
  public static byte[] bytes(List<JsonNode> disturbances) {
    var table = new CsvTable(COLUMNS);
    for (JsonNode disturbance : disturbances) {
      table.row(COLUMNS.stream().map(column -> field(disturbance.path(column))).toList());
    }
    return table.bytesForExcel();
  }

  private static String field(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isTextual() ? CsvTable.ofText(PlainText.of(value.textValue())) : value.asText();
  }
}
