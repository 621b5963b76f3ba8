package org.sitewatch.report.sheets;

import java.util.Optional;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.words.Words;

/** What is said of a disturbance, in words and rounded numbers. */
final class Telling {
  private final DisturbanceRecord one;
  private final Words words;

  Telling(DisturbanceRecord one, Words words) {
    this.one = one;
    this.words = words;
  }

  /** Dates and ids, which come apart in text that runs from right to left unless isolated. */
  static String leftToRight(String text, Words words) {
    return words.direction().equals("rtl") ? "\u2066" + text + "\u2069" : text;
  }

  /** Status and type. */
  String what() {
    return words.text("status." + one.text("status"))
        + " · "
        + words.text("type." + one.text("type"));
  }

  /** A satellite date is an interval. */
  String interval() {
    String to = leftToRight(one.text("occurred_to"), words);
    return one.date("occurred_from")
        .map(from -> leftToRight(from.toString(), words) + " … " + to)
        .orElseGet(() -> words.text("sheets.before_day", to));
  }

  String area() {
    return rounded("area_m2").map(area -> leftToRight(area + " m²", words)).orElse("");
  }

  /** Confidence in words, the number behind. */
  String confidence() {
    return words.text(
        "sheets.confidence",
        words.text("certainty." + one.text("certainty")),
        Long.toString(Math.round(100 * one.number("confidence").orElse(0))));
  }

  /** Where in the site. */
  String zone() {
    return words.text(
        "sheets.in_zone",
        words.text("zone." + one.text("zone")),
        rounded("distance_to_boundary_m").orElse("?"));
  }

  /** How often it was seen. */
  String looks() {
    return words.text("sheets.seen_in", one.text("looks_disturbed"), one.text("looks_clear"));
  }

  private Optional<String> rounded(String property) {
    return one.number(property).stream()
        .mapToObj(value -> Long.toString(Math.round(value)))
        .findFirst();
  }
}
