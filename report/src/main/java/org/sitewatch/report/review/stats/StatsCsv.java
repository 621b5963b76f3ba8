package org.sitewatch.report.review.stats;

import java.util.List;
import org.sitewatch.report.csv.CsvTable;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.review.stats.ReviewStats.Division;
import org.sitewatch.report.words.Words;

/** {@link ReviewStats} for a spreadsheet: a line a group, the one over all first. */
public final class StatsCsv {
  private static final List<String> COLUMNS =
      List.of("by", "group", "checked", "true", "illicit", "false", "open", "median_days_to_visit");

  private StatsCsv() {}

  public static byte[] bytes(ReviewStats stats) {
    var table = new CsvTable(COLUMNS);
    table.row(row("all", "all", stats.all()));
    for (Division division : Division.values()) {
      stats
          .groups()
          .get(division)
          .forEach(
              (group, tally) -> table.row(row(division.label(), name(division, group), tally)));
    }
    return table.bytes();
  }

  /** Months as words: a spreadsheet would take two numbers for a day. */
  private static String name(Division division, String group) {
    return division == Division.SEASON ? Words.ENGLISH.text("review.season." + group) : group;
  }

  private static List<String> row(String by, String group, Tally tally) {
    return List.of(
        by,
        CsvTable.ofText(group),
        Integer.toString(tally.checked()),
        Integer.toString(tally.real()),
        Integer.toString(tally.illicit()),
        Integer.toString(tally.wrong()),
        Integer.toString(tally.open()),
        days(tally, ""));
  }

  /**
   * @param unknown where nobody came there yet
   */
  static String days(Tally tally, String unknown) {
    return tally.medianDays().isEmpty()
        ? unknown
        : FixedDecimals.of(tally.medianDays().getAsDouble(), 1);
  }
}
