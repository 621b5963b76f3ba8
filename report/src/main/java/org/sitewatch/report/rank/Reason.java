package org.sitewatch.report.rank;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.sitewatch.detect.Alert;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Measures;
import org.sitewatch.detect.Method;
import org.sitewatch.detect.Timeline;
import org.sitewatch.report.review.FollowUp;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/** One plain sentence for a person: what, where, how often seen, and what is uncertain. */
final class Reason {
  private Reason() {}

  static String of(Disturbance disturbance, Site site, FollowUp followUp) {
    StringBuilder sentence = new StringBuilder();
    sentence
        .append(subject(disturbance.alert()))
        .append(
            String.format(Locale.ROOT, " of %,d m² ", Math.round(disturbance.extent().area_m2())))
        .append(place(disturbance))
        .append(", ")
        .append(looks(disturbance))
        .append(", priority ")
        .append(site.priority())
        .append(" site");
    addDoubts(sentence, disturbance);
    return sentence.append(followUp.clause()).append('.').toString();
  }

  private static String subject(Alert alert) {
    return switch (alert.status()) {
      case FIRST -> "Possible ground change";
      case PROVISIONAL -> "Probable ground change";
      case CONFIRMED -> "Confirmed ground change";
      case FINISHED -> "Finished ground change";
      case DISMISSED -> "Dismissed ground change";
      case VERIFIED -> "Ground change verified on site,";
    };
  }

  private static String place(Disturbance disturbance) {
    String zone = "in the " + disturbance.zone().label();
    double distance_m = disturbance.extent().distanceToCore_m();
    return disturbance.zone() == Zone.CORE || !(distance_m >= 0.5)
        ? zone
        : String.format(Locale.ROOT, "%s, %,d m from the core", zone, Math.round(distance_m));
  }

  private static String looks(Disturbance disturbance) {
    Measures measures = disturbance.measures();
    Timeline timeline = disturbance.timeline();
    String looks = measures.looksClear() == 1 ? "look" : "looks";
    return "seen in %d of %d clear %s since %s"
        .formatted(
            measures.looksDisturbed(), measures.looksClear(), looks, day(timeline.occurredTo()));
  }

  private static void addDoubts(StringBuilder sentence, Disturbance disturbance) {
    Timeline timeline = disturbance.timeline();
    Alert alert = disturbance.alert();
    switch (alert.status()) {
      case FIRST -> sentence.append("; seen once only, so a passing effect is still possible");
      case FINISHED -> sentence.append("; not seen after ").append(day(timeline.lastSeen()));
      default -> {}
    }
    if (timeline.occurredFrom().isEmpty()) {
      sentence
          .append("; no earlier clear look exists, so no date before ")
          .append(day(timeline.occurredTo()))
          .append(" is known");
    }
    String rung =
        switch (alert.history()) {
          case LONG -> "";
          case SHORT -> "short history (%s)";
          case PAIR -> "compared with few earlier looks only (%s)";
          case NONE -> "no history (%s)";
        };
    if (!rung.isEmpty()) {
      sentence
          .append("; ")
          .append(rung.formatted(count(alert.historyLooks())))
          .append(": provisional at most, the false-alarm budget is not held");
    } else if (alert.method() != Method.LONG) {
      sentence.append("; judged without a model of the season: the false-alarm budget is not held");
    }
    if (disturbance.measures().control().regional()) {
      sentence.append("; the ground around the site changed alike, so it may be the season");
    }
    if (!disturbance.measures().control().exists()) {
      sentence.append("; no ground around the site to compare with");
    }
  }

  private static String count(int looks) {
    return looks + (looks == 1 ? " look" : " looks");
  }

  private static String day(LocalDate date) {
    return date.getDayOfMonth()
        + " "
        + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + date.getYear();
  }
}
