package org.sitewatch.report.review.intake;

import java.util.ArrayList;
import java.util.List;

/** Splits RFC 4180 text, with any one-letter separator and any line ends. */
final class CsvRecords {

  /**
   * @param line on which it begins, from 1
   */
  record CsvRecord(int line, List<String> fields) {}

  private final String text;
  private final char separator;
  private final List<CsvRecord> records = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private int line = 1;
  private int begin = 1;

  private CsvRecords(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * @throws IllegalArgumentException for a quote that is never closed
   */
  static List<CsvRecord> of(String text, char separator) {
    return new CsvRecords(text, separator).split();
  }

  private List<CsvRecord> split() {
    int quotedSince = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLineEnd = c == '\n' || c == '\r' && !next(i, '\n');
      line += isLineEnd ? 1 : 0;
      if (quotedSince > 0) {
        if (c != '"') {
          field.append(c);
        } else if (next(i, '"')) {
          field.append(c);
          i++;
        } else {
          quotedSince = 0;
        }
      } else if (c == '"' && field.isEmpty()) {
        quotedSince = line;
      } else if (c == separator) {
        endField();
      } else if (isLineEnd) {
        endRecord();
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (quotedSince > 0) {
      throw new IllegalArgumentException("the quote in line " + quotedSince + " is never closed");
    }
    endRecord();
    return records;
  }

  private boolean next(int i, char wanted) {
    return i + 1 < text.length() && text.charAt(i + 1) == wanted;
  }

  private void endField() {
    fields.add(field.toString());
    field.setLength(0);
  }

  /** Empty lines are none. */
  private void endRecord() {
    endField();
    if (fields.stream().anyMatch(one -> !one.isBlank())) {
      records.add(new CsvRecord(begin, fields));
    }
    fields = new ArrayList<>();
    begin = line;
  }
}
