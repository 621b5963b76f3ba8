package org.sitewatch.report.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A table as RFC 4180: commas, CRLF, UTF-8. Text that a spreadsheet would take for a formula gets
 * an apostrophe in front; numbers do not, whatever their sign.
 */
public final class CsvTable {
  /** Also the full-width forms, which some spreadsheets read alike. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

  private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\\r\\n].*|\\s.*|.*\\s");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  public CsvTable(List<String> header) {
    columns = header.size();
    row(header.stream().map(CsvTable::ofText).toList());
  }

  /**
   * @param fields made by {@link #ofText} or numbers as they are to be written
   */
  public void row(List<String> fields) {
    if (fields.size() != columns) {
      throw new IllegalArgumentException(columns + " fields expected, got " + fields.size());
    }
    var line = new StringJoiner(",", "", "\r\n");
    fields.forEach(line::add);
    text.append(line);
  }

  /** A field that is text. */
  public static String ofText(String value) {
    String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
    return QUOTED.matcher(harmless).matches()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  /** With the mark by which Excel knows UTF-8; other readers take it for part of the first name. */
  public byte[] bytesForExcel() {
    return (BYTE_ORDER_MARK + text.toString()).getBytes(StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
