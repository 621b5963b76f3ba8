package org.sitewatch.report.telling;

import java.util.StringJoiner;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.words.Words;

/**
 * Why a disturbance stands where it stands, in the language of a page. English is the sentence of
 * the record; other languages put the same facts one after the other, so that no grammar is needed.
 */
public final class ToldReason {
  private final DisturbanceRecord disturbance;
  private final Words words;
  private final StringJoiner parts = new StringJoiner("; ", "", ".");

  private ToldReason(DisturbanceRecord disturbance, Words words) {
    this.disturbance = disturbance;
    this.words = words;
  }

  public static String of(DisturbanceRecord disturbance, Words words) {
    if (words.language().equals(Words.ENGLISH.language())) {
      return disturbance.text("reason");
    }
    var reason = new ToldReason(disturbance, words);
    reason.addWhat();
    reason.addDoubts();
    reason.addVerdict();
    return reason.parts.toString();
  }

  private void addWhat() {
    add(
        "change",
        words.textOr("status.", disturbance.text("status")),
        FixedDecimals.of(disturbance.number("area_m2").orElse(0), 0),
        words.textOr("zone.", disturbance.text("zone")));
    add(
        "looks",
        disturbance.text("looks_disturbed"),
        disturbance.text("looks_clear"),
        disturbance.text("occurred_to"));
  }

  private void addDoubts() {
    switch (disturbance.text("status")) {
      case "first" -> add("once");
      case "finished" -> add("not_after", disturbance.text("last_seen"));
      default -> {}
    }
    if (disturbance.text("occurred_from").isEmpty()) {
      add("no_before", disturbance.text("occurred_to"));
    }
    String history = disturbance.text("history");
    switch (history) {
      case "short", "pair", "none" -> {
        add("history." + history, disturbance.text("history_looks"));
        add("no_budget");
      }
      default -> {
        if (!disturbance.text("method").equals("long")) {
          add("no_model");
        }
      }
    }
    if (disturbance.is("regional")) {
      add("regional");
    }
    if (disturbance.text("control").equals("none")) {
      add("no_ring");
    }
  }

  private void addVerdict() {
    if (!disturbance.text("verdict").isEmpty()) {
      add("verdict", disturbance.text("verdict"), disturbance.text("verified_on"));
    }
    if (disturbance.is("authorised")) {
      add("authorised");
    }
  }

  private void add(String key, String... values) {
    parts.add(words.text("told." + key, values));
  }
}
