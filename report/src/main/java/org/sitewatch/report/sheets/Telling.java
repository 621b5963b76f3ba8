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

  /** Status and type. */
  String what() {
    return words.text("status." + one.text("status"))
        + " · "
        + words.text("type." + one.text("type"));
  }

  /** A satellite date is an interval. */
  String interval() {
    return one.date("occurred_from")
        .map(from -> from + " … " + one.text("occurred_to"))
        .orElseGet(() -> words.text("sheets.before_day", one.text("occurred_to")));
  }

  String area() {
    return rounded("area_m2").map(area -> area + " m²").orElse("");
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
