package org.sitewatch.report.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.sitewatch.report.csv.CsvTable;
import org.sitewatch.report.json.FeatureWriter;

/** {@link PublicCells} in the forms there are. The month is the only date. */
final class PublicReport {
  private static final List<String> COLUMNS =
      List.of("cell", "month", "sites", "disturbances", "confirmed", "area_class");

  private final PublicCells cells;
  private final YearMonth month;

  /**
   * @param month of the last day of the run
   */
  PublicReport(PublicCells cells, YearMonth month) {
    this.cells = cells;
    this.month = month;
  }

  private interface Content {
    void put(FeatureWriter features, PublicCells.Tally tally) throws IOException;
  }

  byte[] disturbances() {
    return geoJson(
        (features, tally) -> {
          features.put("disturbances", tally.disturbances);
          features.put("confirmed", tally.confirmed);
          features.put("area_class", tally.areaClass());
        });
  }

  byte[] coverage() {
    return geoJson((features, tally) -> features.put("sites_seen", tally.seen));
  }

  byte[] csv() {
    var table = new CsvTable(COLUMNS);
    cells
        .told()
        .forEach(
            (cell, tally) ->
                table.row(
                    List.of(
                        CsvTable.ofText(cell.id()),
                        month.toString(),
                        Integer.toString(tally.sites),
                        Integer.toString(tally.disturbances),
                        Integer.toString(tally.confirmed),
                        CsvTable.ofText(tally.areaClass()))));
    return table.bytes();
  }

  private byte[] geoJson(Content content) {
    var out = new ByteArrayOutputStream();
    try (FeatureWriter features = new FeatureWriter(out)) {
      for (Map.Entry<PublicCell, PublicCells.Tally> cell : cells.told().entrySet()) {
        features.start(cell.getKey().id(), cell.getKey().outline());
        features.put("cell", cell.getKey().id());
        features.put("audience", Audience.PUBLIC.label());
        features.put("month", month.toString());
        features.put("sites", cell.getValue().sites);
        content.put(features, cell.getValue());
        features.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }
}
