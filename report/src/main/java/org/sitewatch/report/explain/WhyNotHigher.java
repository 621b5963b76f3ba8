package org.sitewatch.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewatch.detect.score.Calibration;
import org.sitewatch.detect.score.Grounds;

/** What keeps a confidence from being higher, the weightiest first. */
final class WhyNotHigher {
  /** Smaller pushes are not worth a sentence. */
  private static final double NOTABLE_PUSH = 0.1;

  private static final int MOST = 4;
  private static final double SURE = 0.9;

  private WhyNotHigher() {}

  /**
   * @param disturbance its properties
   * @param calibration that judged it, if it is at hand
   */
  static List<String> of(
      JsonNode disturbance,
      Grounds grounds,
      Optional<Calibration> calibration,
      FeatureWords words) {
    var reasons = new ArrayList<String>();
    if (!grounds.exist()) {
      addRung(disturbance, reasons);
      return reasons;
    }
    grounds.parts().stream()
        .filter(part -> part.push() <= -NOTABLE_PUSH)
        .limit(MOST)
        .forEach(part -> reasons.add(words.of(part)));
    calibration.ifPresent(known -> addCalibration(disturbance, grounds, known, reasons));
    return reasons;
  }

  private static void addCalibration(
      JsonNode disturbance, Grounds grounds, Calibration calibration, List<String> reasons) {
    double confidence = disturbance.path("confidence").asDouble();
    if (confidence >= SURE) {
      reasons.add(
          text(
              "no score is taken for more than %.2f: too few alerts were learnt from to be surer",
              calibration.most()));
      return;
    }
    double needed = calibration.scoreOf(SURE);
    if (needed > grounds.score()) {
      reasons.add(
          text("%.2f needs a score of %+.2f", SURE, needed)
              + text(", %.2f more than it has", needed - grounds.score()));
    }
  }

  private static void addRung(JsonNode disturbance, List<String> reasons) {
    String history = disturbance.path("history").asText();
    if (disturbance.path("method").asText().equals("long")) {
      reasons.add("not known: no trees judged it, or the run was made before that was kept");
      return;
    }
    if (history.equals("long")) {
      reasons.add("it was judged without a model of the season, as a single scene allows");
    } else {
      reasons.add(
          "the history is %s (%s earlier looks): what is usual there is hardly known"
              .formatted(history, disturbance.path("history_looks").asText()));
    }
    reasons.add(
        switch (disturbance.path("status").asText()) {
          case "first" -> "seen once: at most 0.50 there, a second look gives up to 0.75";
          case "provisional" -> "provisional: at most 0.75 there";
          case "dismissed" -> "two looks showed clean ground: dismissed";
          default -> "at most 0.95 there";
        });
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
