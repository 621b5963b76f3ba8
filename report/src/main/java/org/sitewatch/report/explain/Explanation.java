package org.sitewatch.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewatch.detect.score.Calibration;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.report.TerminalText;
import org.sitewatch.report.json.ConfidenceParts;
import org.sitewatch.report.rank.RankingWeights;

/**
 * One disturbance in full, for a person. It reads the reports of a run; nothing is measured again.
 */
public final class Explanation {
  private static final int TOP = 6;

  /** Smaller pushes are told as a sum. */
  private static final double NOTABLE_PUSH = 0.05;

  private final StringBuilder lines = new StringBuilder();
  private final JsonNode disturbance;
  private final Optional<JsonNode> site;
  private final Optional<Calibration> calibration;

  private Explanation(
      JsonNode disturbance, Optional<JsonNode> site, Optional<Calibration> calibration) {
    this.disturbance = disturbance;
    this.site = site;
    this.calibration = calibration;
  }

  /**
   * Lines, each ended by a line feed.
   *
   * @param disturbance its properties in {@code disturbances.geojson}
   * @param site those of its site in {@code coverage.geojson}
   * @param calibration that gave its confidence; empty if another program did
   */
  public static String of(
      JsonNode disturbance, Optional<JsonNode> site, Optional<Calibration> calibration) {
    var told = new Explanation(disturbance, site, calibration);
    told.addHead();
    told.addConfidence();
    told.addThreshold();
    told.addType();
    told.addVerdict();
    told.addRank();
    told.addMeasures();
    told.addLooks();
    return told.lines.toString();
  }

  private void addHead() {
    add(text("%s in run %s", word("id"), word("run_id")));
    add(word("reason"));
  }

  private void addConfidence() {
    Grounds grounds = ConfidenceParts.read(word("confidence_parts"));
    title(
        text(
            "Confidence %.2f: certainty %s, status %s",
            number("confidence"), word("certainty"), word("status")));
    add("  how it rose: " + word("alert_trace").replace(":", " ").replace(";", ", "));
    if (grounds.exist()) {
      addScore(grounds);
    } else if (!word("method").equals("long")) {
      add("  no trees judged it: it follows from the evidence, mean " + word("mean_anomaly"));
    }
    List<String> reasons = WhyNotHigher.of(disturbance, grounds, calibration, words());
    if (!reasons.isEmpty()) {
      add("  why it is not higher:");
      reasons.forEach(reason -> add("    - " + reason));
    }
  }

  private void addScore(Grounds grounds) {
    add(
        "  on the day of the highest, the trees gave it a score (log-odds) of "
            + signed(grounds.score()));
    if (calibration.isPresent()) {
      add(
          text(
              "  of alerts with such a score, %.0f in 100 were disturbances (simulated sites)",
              100 * calibration.get().probability(grounds.score())));
    } else {
      add("  it was judged by another object model than this program has");
    }
    if (grounds.parts().isEmpty()) {
      add("  what pushed it up and down is not known: the object model lacks the means it takes");
      return;
    }
    add(
        "  an average object of the training has "
            + signed(grounds.start())
            + "; this one differs:");
    addPushes("up", grounds.parts().stream().filter(part -> part.push() > 0).toList());
    addPushes("down", grounds.parts().stream().filter(part -> part.push() < 0).toList());
  }

  private void addPushes(String direction, List<Grounds.Part> parts) {
    FeatureWords words = words();
    List<Grounds.Part> told =
        parts.stream().filter(part -> Math.abs(part.push()) >= NOTABLE_PUSH).limit(TOP).toList();
    for (Grounds.Part part : told) {
      add(text("    %-4s %s  %s", direction, signed(part.push()), words.of(part)));
    }
    if (parts.size() > told.size()) {
      double rest = parts.stream().skip(told.size()).mapToDouble(Grounds.Part::push).sum();
      int count = parts.size() - told.size();
      add(text("    %-4s %s  %d smaller ones together", direction, signed(rest), count));
    }
  }

  private void addThreshold() {
    Optional<JsonNode> known = site.filter(one -> one.path("least_confidence").isNumber());
    if (known.isPresent()) {
      add(
          text(
              "  at this site an alert needs %.2f: about %.1f false alarms a year are expected there",
              known.get().path("least_confidence").asDouble(),
              known.get().path("expected_false_alarms_per_year").asDouble()));
    }
  }

  private void addType() {
    title(
        text(
            "Type: %s (%.2f), else %s (%.2f)",
            word("type"), number("type_p"), word("type_2"), number("type_2_p")));
    add(
        text(
            "  cause %s / %s, certainty %s; effect %s",
            word("cause_category"),
            word("cause_type"),
            word("cause_certainty"),
            word("effect_type")));
  }

  /** Says nothing where nobody has said anything. */
  private void addVerdict() {
    String verdict = known("verdict");
    if (!verdict.isEmpty()) {
      title(text("Verdict: %s, on %s", verdict, word("verified_on")));
      String by = known("verified_by");
      String note = known("note");
      if (!by.isEmpty() || !note.isEmpty()) {
        add("  " + (by.isEmpty() ? "" : "by " + by) + (note.isEmpty() ? "" : ": " + note));
      }
      add(
          text(
              "  its area was %s m² then, is %s m² now",
              known("verdict_area_m2"), word("area_m2")));
    }
    String effect = known("verdict_effect");
    if (!effect.isEmpty()) {
      if (verdict.isEmpty()) {
        title("No verdict yet");
      }
      add("  " + effect);
    }
  }

  /** Empty if it is null, or not there as in reports of earlier programs. */
  private String known(String name) {
    JsonNode value = disturbance.path(name);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  private void addRank() {
    RankingWeights weights = RankingWeights.DEFAULT;
    title(
        text(
            "Rank %s, score %.1f%s",
            word("rank"),
            number("score"),
            disturbance.path("in_patrol_week").asBoolean(true)
                ? ""
                : ", not within the patrol's week"));
    add(
        text(
            "  100 x confidence %s x status %s x control %s x authorised %s x the sum of",
            word("score_confidence"),
            word("score_status"),
            word("score_control"),
            disturbance.path("score_authorised").asText("1")));
    addPart("severity", weights.severity(), "from area and strength of the change");
    addPart("zone", weights.zone(), "zone: " + word("zone"));
    addPart("significance", weights.significance(), "of the site");
    addPart("recency", weights.recency(), "last seen on " + word("last_seen"));
    addPart("threat", weights.threat(), "type: " + word("type"));
  }

  private void addPart(String name, double weight, String what) {
    double part = number("score_" + name);
    add(text("    %-12s %.2f x %.4f = %.4f  %s", name, weight, part, weight * part, what));
  }

  private void addMeasures() {
    title("Measured");
    add(
        text(
            "  area_m2 %s (%s pixels, %s %% of the site), in the %s",
            word("area_m2"), word("pixels"), word("extent_pct"), word("zone")));
    add(
        text(
            "  happened between %s and %s; first seen %s, alerted on %s, last seen %s",
            disturbance.path("occurred_from").isNull() ? "?" : word("occurred_from"),
            word("occurred_to"),
            word("first_seen"),
            word("alerted_on"),
            word("last_seen")));
    add(
        text(
            "  evidence: peak %s, mean %s; change of the ring around the site: %s",
            word("peak_anomaly"), word("mean_anomaly"), ring()));
    disturbance
        .properties()
        .forEach(
            field -> {
              if (field.getKey().startsWith("delta_")) {
                add("  " + field.getKey() + " " + field.getValue().asText());
              }
            });
    add(text("  before %s, after %s", word("before_scene"), word("after_scene")));
  }

  private String ring() {
    if (word("control").equals("none")) {
      return "no ring to compare with";
    }
    return word("control_delta")
        + (disturbance.path("regional").asBoolean() ? ", shared by the region" : "");
  }

  private void addLooks() {
    title(
        text(
            "Looks that count: %s of %s valid ones show it, since %s",
            word("looks_disturbed"), word("looks_clear"), word("occurred_to")));
    add(text("  history %s, %s earlier looks", word("history"), word("history_looks")));
    site.ifPresent(
        one -> {
          for (String look : one.path("looks").asText().split(";")) {
            if (look.compareTo(word("occurred_to")) >= 0) {
              add("  " + look.replaceFirst(":", " "));
            }
          }
        });
  }

  private FeatureWords words() {
    double pixels = number("pixels");
    return new FeatureWords(pixels > 0 ? Math.sqrt(number("area_m2") / pixels) : Double.NaN);
  }

  private String word(String name) {
    return disturbance.path(name).asText();
  }

  private double number(String name) {
    return disturbance.path(name).asDouble(Double.NaN);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String signed(double value) {
    return text("%+.2f", value);
  }

  private void title(String line) {
    lines.append('\n');
    add(line);
  }

  private void add(String line) {
    int indent = line.length() - line.stripLeading().length();
    lines.append(line, 0, indent).append(TerminalText.of(line)).append('\n');
  }
}
