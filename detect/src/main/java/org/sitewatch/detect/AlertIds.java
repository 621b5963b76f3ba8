package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of disturbances: site, date of the look that raised it, mark of the sensor, letter. */
final class AlertIds {
  /** a, b, … z, aa: the order in which letters are given. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final int LETTERS = 26;

  private final String siteId;
  private final String mark;
  private final Map<LocalDate, Integer> given = new HashMap<>();

  /**
   * @param mark stands before the letter, empty for the first sensor of a site
   */
  AlertIds(String siteId, String mark) {
    this.siteId = siteId;
    this.mark = mark;
  }

  String next(LocalDate date) {
    int number = given.merge(date, 1, Integer::sum);
    return siteId
        + "-"
        + date.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + mark
        + letters(number);
  }

  /** The id, or if it is taken the same with the next letter that is free. */
  static String free(String id, Set<String> taken) {
    String stem = id.replaceFirst("[a-z]+$", "");
    String free = id;
    for (int number = 1; taken.contains(free); number++) {
      free = stem + letters(number);
    }
    return free;
  }

  private static String letters(int number) {
    var letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('a' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }
}
