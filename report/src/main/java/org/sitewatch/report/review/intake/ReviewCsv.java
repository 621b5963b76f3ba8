package org.sitewatch.report.review.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sitewatch.report.review.intake.CsvRecords.CsvRecord;

/**
 * A table with a line of column names, of which {@code id} and {@code verdict} are needed: {@code
 * summary.csv}, as it was or as a spreadsheet saved it (mark of UTF-8, semicolons or tabs).
 */
final class ReviewCsv {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?s)^\"?sep=(.)\"?\\r?\\n(.*)");

  /** An apostrophe that keeps a spreadsheet from calculating what follows. */
  private static final Pattern KEPT_TEXT = Pattern.compile("(?s)'[=+\\-@\\t\\r\\n＝＋－＠].*");

  private ReviewCsv() {}

  /**
   * @throws IllegalArgumentException if it is no such table
   */
  static List<ReviewRow> rows(String text) {
    var told = SEPARATOR_LINE.matcher(text);
    List<CsvRecord> records =
        told.matches()
            ? CsvRecords.of("\n" + told.group(2), told.group(1).charAt(0))
            : CsvRecords.of(text, separator(text));
    if (records.isEmpty()) {
      throw new IllegalArgumentException("is empty");
    }
    List<String> names =
        records.get(0).fields().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
            .toList();
    for (String needed : List.of("id", "verdict")) {
      if (names.indexOf(needed) < 0) {
        throw new IllegalArgumentException(
            "has no column '"
                + needed
                + "' in its first line; needed are id, verdict, verified_by, verified_on, note");
      }
      if (names.indexOf(needed) != names.lastIndexOf(needed)) {
        throw new IllegalArgumentException("has two columns '" + needed + "'; keep one");
      }
    }
    var rows = new ArrayList<ReviewRow>();
    for (CsvRecord record : records.subList(1, records.size())) {
      rows.add(row(names, record));
    }
    return rows;
  }

  private static ReviewRow row(List<String> names, CsvRecord record) {
    return new ReviewRow(
        "line " + record.line(),
        field(names, record, "id"),
        field(names, record, "verdict"),
        field(names, record, "verified_by"),
        field(names, record, "verified_on"),
        field(names, record, "note"),
        field(names, record, "run_id"));
  }

  private static String field(List<String> names, CsvRecord record, String name) {
    int column = names.indexOf(name);
    if (column < 0 || column >= record.fields().size()) {
      return "";
    }
    String field = record.fields().get(column).strip();
    return KEPT_TEXT.matcher(field).matches() ? field.substring(1) : field;
  }

  /** The one that cuts the first line into the most columns. */
  private static char separator(String text) {
    String header = text.stripLeading().split("[\\r\\n]", 2)[0];
    char best = ',';
    for (char separator : SEPARATORS) {
      if (count(header, separator) > count(header, best)) {
        best = separator;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
