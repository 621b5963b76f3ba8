package org.sitewatch.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what the demo's scans reported with what was planted. A report counts for an event if at
 * least a quarter of its area lies on the event or within 12 m, and if it was not raised before the
 * event began.
 */
public final class DemoScore {
  private final List<Planted> found = new ArrayList<>();
  private final List<Planted> missed = new ArrayList<>();
  private final List<Planted> decoysFired = new ArrayList<>();
  private final List<Planted> oldRaised = new ArrayList<>();
  private final List<Reported> falseAlarms = new ArrayList<>();
  private final List<Long> delays_days = new ArrayList<>();
  private int reports;
  private int decoys;

  DemoScore(Collection<Planted> planted, Collection<Reported> reported) {
    reports = reported.size();
    for (var event : planted) {
      var on =
          reported.stream()
              .filter(report -> !report.raised().isBefore(event.start()))
              .filter(report -> report.liesOn(event))
              .toList();
      switch (event.role()) {
        case NEW -> countNew(event, on);
        case OLD -> addIf(!on.isEmpty(), event, oldRaised);
        case DECOY -> {
          decoys++;
          addIf(!on.isEmpty(), event, decoysFired);
        }
        case OFF_SITE -> {}
      }
    }
    for (var report : reported) {
      if (planted.stream().noneMatch(event -> explains(event, report))) {
        falseAlarms.add(report);
      }
    }
  }

  private void countNew(Planted event, List<Reported> on) {
    addIf(!on.isEmpty(), event, found);
    addIf(on.isEmpty(), event, missed);
    on.stream()
        .mapToLong(report -> ChronoUnit.DAYS.between(event.start(), report.raised()))
        .min()
        .ifPresent(delays_days::add);
  }

  private static void addIf(boolean condition, Planted event, List<Planted> events) {
    if (condition) {
      events.add(event);
    }
  }

  /** Whether a report is right because of this event: real, recent, and not earlier than it. */
  private static boolean explains(Planted event, Reported report) {
    boolean isReal = event.role() == Event.Role.NEW || event.role() == Event.Role.OFF_SITE;
    return isReal && !report.raised().isBefore(event.start()) && report.liesOn(event);
  }

  /**
   * The closing lines of the demo.
   *
   * @param reports {@code disturbances.geojson} of each run, in their order
   * @param truthFile what {@link DemoWorld} wrote; if it is gone, one line says so
   */
  public static List<String> lines(List<Path> reports, Path truthFile) {
    if (!Files.isRegularFile(truthFile)) {
      return List.of("truth: " + truthFile + " is not there, so there is nothing to compare with");
    }
    var planted = TruthFiles.planted(truthFile);
    return new DemoScore(planted, TruthFiles.reported(reports)).lines();
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    int all = found.size() + missed.size();
    lines.add("planted:      " + all + " disturbances on sites, " + decoys + " decoys");
    lines.add("found:        " + found.size() + " of " + all + delay() + list(kinds()));
    lines.add(
        "missed:       " + missed.size() + list(missed.stream().map(DemoScore::why).toList()));
    List<String> repeated =
        falseAlarms.stream().filter(Reported::seenAgain).map(Reported::label).toList();
    lines.add("false alarms: " + repeated.size() + " seen more than once" + list(repeated));
    long dismissed = falseAlarms.stream().filter(Reported::isDismissed).count();
    lines.add(
        "              "
            + dismissed
            + " dismissed by the looks that followed, "
            + (falseAlarms.size() - repeated.size() - dismissed)
            + " seen once only, of "
            + reports
            + " reported in all; these rank last");
    lines.add(
        "decoys fired: "
            + decoysFired.size()
            + " of "
            + decoys
            + list(decoysFired.stream().map(Planted::label).toList()));
    if (!oldRaised.isEmpty()) {
      var labels = oldRaised.stream().map(Planted::label).toList();
      lines.add("old changes raised as new: " + oldRaised.size() + list(labels));
    }
    lines.addAll(byHistory());
    return lines;
  }

  /** What a model of the season is worth: sites with three years of looks against the others. */
  private List<String> byHistory() {
    return List.of(
        "              history            found     false: seen again   once  dismissed",
        "              three years and more " + row(true),
        "              short                " + row(false));
  }

  private String row(boolean isLong) {
    long right = found.stream().filter(e -> e.isOnLongWatchedSite() == isLong).count();
    long wrong = missed.stream().filter(e -> e.isOnLongWatchedSite() == isLong).count();
    var alarms = falseAlarms.stream().filter(r -> r.isOnLongWatchedSite() == isLong).toList();
    long again = alarms.stream().filter(Reported::seenAgain).count();
    long dismissed = alarms.stream().filter(Reported::isDismissed).count();
    long once = alarms.size() - again - dismissed;
    return "%3d of %-3d %14d %9d %10d".formatted(right, right + wrong, again, once, dismissed);
  }

  private static String list(List<String> items) {
    return items.isEmpty() ? "" : ": " + String.join("; ", items);
  }

  private static String why(Planted event) {
    int looks = event.looksInSight();
    return event.label()
        + " ("
        + (looks == 0 ? "never in sight" : "in sight on " + looks + " looks")
        + ")";
  }

  private String delay() {
    if (delays_days.isEmpty()) {
      return "";
    }
    var sorted = delays_days.stream().sorted().toList();
    return ", half of them within " + sorted.get((sorted.size() - 1) / 2) + " days of their start";
  }

  /** {@code pits 2/3} and so on, by kind. */
  private List<String> kinds() {
    Map<String, Long> foundByKind = byKind(found);
    Map<String, Long> missedByKind = byKind(missed);
    var all = new TreeMap<>(foundByKind);
    missedByKind.forEach((kind, count) -> all.merge(kind, count, Long::sum));
    return all.entrySet().stream()
        .map(
            kind ->
                kind.getKey()
                    + " "
                    + foundByKind.getOrDefault(kind.getKey(), 0L)
                    + "/"
                    + kind.getValue())
        .toList();
  }

  private static Map<String, Long> byKind(List<Planted> events) {
    return events.stream()
        .collect(Collectors.groupingBy(Planted::kind, TreeMap::new, Collectors.counting()));
  }

  public int found() {
    return found.size();
  }

  public int missed() {
    return missed.size();
  }

  public int falseAlarms() {
    return falseAlarms.size();
  }

  public int decoysFired() {
    return decoysFired.size();
  }
}
