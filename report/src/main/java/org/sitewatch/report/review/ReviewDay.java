package org.sitewatch.report.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them. */
public final class ReviewDay {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ][\\d:.]+(?:Z|[+-][\\d:]+)?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?: [\\d:]+)?");

  private ReviewDay() {}

  /**
   * Understands {@code 2024-09-20}, {@code 2024/9/20}, {@code 20.9.2024}, each also with a time
   * after it, which is dropped. A date with the year last and slashes is refused: its readers
   * differ in what is the month.
   *
   * @throws DateTimeException with what is wrong, as the end of a sentence
   */
  public static LocalDate parse(String text) {
    String day = text.strip();
    Matcher parts = YEAR_FIRST.matcher(day);
    if (parts.matches()) {
      return of(day, parts.group(1), parts.group(3), parts.group(4));
    }
    parts = DAY_FIRST.matcher(day);
    if (parts.matches()) {
      return of(day, parts.group(3), parts.group(2), parts.group(1));
    }
    throw unknown(day);
  }

  private static LocalDate of(String text, String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException none) {
      throw new DateTimeException("'" + text + "' is no day of the calendar", none);
    }
  }

  private static DateTimeException unknown(String day) {
    String shown = day.length() <= 40 ? day : day.substring(0, 40) + "…";
    return new DateTimeException(
        "'" + shown + "' is not understood; write it as 2024-09-20 or 20.09.2024");
  }
}
