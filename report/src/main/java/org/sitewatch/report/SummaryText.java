package org.sitewatch.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.Period;
import org.sitewatch.report.edit.RegistryEdit;
import org.sitewatch.report.edit.RegistryEditsFile;
import org.sitewatch.report.floor.FloorState;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.ledger.FailureLines;
import org.sitewatch.report.ledger.LedgerEntry;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.report.review.FollowUp.Effect;
import org.sitewatch.report.run.RunFiles;

/** The last lines of a scan: what was seen, what was found, where to go first, what failed. */
final class SummaryText {
  private static final int MOST_UNSEEN = 5;
  private static final int MOST_EDITS = 10;
  private static final int MOST_FLOORS = 5;

  private final StringBuilder text = new StringBuilder();
  private final RunSummary summary;

  private SummaryText(RunSummary summary) {
    this.summary = summary;
  }

  static String of(RunSummary summary) {
    SummaryText lines = new SummaryText(summary);
    lines.addCounts();
    lines.addEdits();
    lines.addTop();
    lines.addFollowUp();
    lines.addPatrol();
    lines.addBudget();
    lines.addFloors();
    lines.addFailures();
    lines.addLongestUnseen();
    return lines.text.toString();
  }

  private void addCounts() {
    RunReport report = summary.report();
    Period period = report.period();
    add("run " + report.runId() + ": looks after " + period.since() + " up to " + period.until());
    StringJoiner sites = new StringJoiner(", ");
    for (CoverageState state : CoverageState.values()) {
      sites.add(summary.sites().getOrDefault(state, 0) + " " + state.label().replace('_', ' '));
    }
    add("sites " + report.ledger().size() + ": " + sites);
    StringJoiner causes = new StringJoiner(", ", " (", ")").setEmptyValue("");
    summary.causes().forEach((cause, count) -> causes.add(cause.label() + " " + count));
    add(
        "looks: %d seen, %d unseen%s, %d failed"
            .formatted(summary.looksSeen(), summary.looksUnseen(), causes, summary.looksFailed()));
    StringJoiner statuses = new StringJoiner(", ");
    summary.statuses().forEach((status, count) -> statuses.add(count + " " + status.label()));
    add(
        "disturbances %d%s%s"
            .formatted(
                report.ranked().size(),
                report.ranked().isEmpty() ? "" : ": " + statuses,
                report.ranked().isEmpty() ? "" : "; " + summary.fresh() + " new"));
  }

  private void addEdits() {
    List<RegistryEdit> edits = summary.report().edits();
    for (RegistryEdit edit : edits.subList(0, Math.min(MOST_EDITS, edits.size()))) {
      String site = "registry: site '" + edit.siteId() + "' ";
      add(site + edit.edit());
      if (!edit.entered().isEmpty() || !edit.left().isEmpty()) {
        add(site + edit.disturbances());
      }
    }
    if (edits.size() > MOST_EDITS) {
      add("registry: " + (edits.size() - MOST_EDITS) + " more in " + RegistryEditsFile.NAME);
    }
  }

  private void addTop() {
    for (RankedDisturbance ranked : summary.top()) {
      add(
          "%3d. %5s  %s  %s: %s"
              .formatted(
                  ranked.rank(),
                  FixedDecimals.of(ranked.score(), 1),
                  ranked.disturbance().id(),
                  ranked.site().name(),
                  ranked.reason()));
    }
    int more = summary.report().ranked().size() - summary.top().size();
    if (more > 0) {
      add("     and " + more + " more in " + RunFiles.DISTURBANCES);
    }
  }

  private void addFollowUp() {
    if (summary.isFollowedUp()) {
      add(
          "verdicts: %d put aside, %d back since they have grown, %d verified; %d may be authorised"
              .formatted(
                  summary.effects(Effect.DISMISSED),
                  summary.effects(Effect.RETURNED),
                  summary.effects(Effect.VERIFIED),
                  summary.authorised()));
    }
  }

  private void addPatrol() {
    PatrolPlan patrol = summary.report().patrol();
    if (!patrol.isLimited()) {
      return;
    }
    List<RankedDisturbance> below = summary.below();
    int all = summary.visited().size();
    add(
        "patrol: %d of %d alerts are within the patrol's %s (%d a week); below: %d%s"
            .formatted(
                all - below.size(),
                all,
                patrol.weeks() == 1 ? "week" : patrol.weeks() + " weeks",
                patrol.alertsPerWeek(),
                below.size(),
                below.stream().findFirst().map(SummaryText::firstBelow).orElse("")));
  }

  private void addBudget() {
    Map<String, HeldBudget> budgets = summary.report().budgets();
    if (budgets.isEmpty()) {
      return;
    }
    Map.Entry<String, HeldBudget> worst =
        Collections.max(
            budgets.entrySet(),
            Comparator.comparingDouble(
                    (Map.Entry<String, HeldBudget> site) -> site.getValue().expectedFalseAlarms())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    add(
        "budget: %s false alarms a year are expected at the %d sites judged by the season, %s a site; most at '%s': %s"
            .formatted(
                FixedDecimals.of(summary.expectedFalseAlarms(), 1),
                budgets.size(),
                FixedDecimals.of(summary.expectedFalseAlarms() / budgets.size(), 2),
                worst.getKey(),
                FixedDecimals.of(worst.getValue().expectedFalseAlarms(), 2)));
  }

  /** Of the first few sites in words; of all in the ledger. */
  private void addFloors() {
    Map<FloorState, Integer> counts = summary.floors();
    StringJoiner states = new StringJoiner(", ");
    counts.forEach((state, count) -> states.add(count + " " + state.label().replace('_', ' ')));
    boolean wanting = counts.get(FloorState.MEASURED) < summary.report().ledger().size();
    add("detection floors: " + states + (wanting ? "; 'sitewatch simulate' measures them" : ""));
    Map<String, SiteFloor> kept = summary.report().floors();
    kept.entrySet().stream()
        .limit(MOST_FLOORS)
        .forEach(site -> add("floor: site '" + site.getKey() + "': " + site.getValue().brief()));
    if (kept.size() > MOST_FLOORS) {
      add("floor: " + (kept.size() - MOST_FLOORS) + " more in " + RunFiles.COVERAGE);
    }
  }

  private static String firstBelow(RankedDisturbance ranked) {
    return " (first below: %s, score %s)"
        .formatted(ranked.disturbance().id(), FixedDecimals.of(ranked.score(), 1));
  }

  private void addFailures() {
    var failures = new FailureLines();
    for (LedgerEntry entry : summary.report().ledger()) {
      if (entry.state() == CoverageState.FAILED || entry.looks().failed() > 0) {
        failures.add(entry.siteId(), entry.whyNot());
      }
    }
    failures.lines().forEach(this::add);
  }

  /** Sites this run did not see, those never seen clear first, then the longest. */
  private void addLongestUnseen() {
    List<LedgerEntry> unseen = new ArrayList<>();
    for (LedgerEntry entry : summary.report().ledger()) {
      if (entry.looks().seen() == 0) {
        unseen.add(entry);
      }
    }
    unseen.sort(
        Comparator.comparing(
                (LedgerEntry entry) ->
                    entry.looks().lastClear().map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE))
            .thenComparing(LedgerEntry::siteId));
    for (LedgerEntry entry : unseen.subList(0, Math.min(MOST_UNSEEN, unseen.size()))) {
      add("unseen: site '" + entry.siteId() + "' " + sinceWhen(entry));
    }
    if (unseen.size() > MOST_UNSEEN) {
      add("unseen: " + (unseen.size() - MOST_UNSEEN) + " more in " + RunFiles.COVERAGE);
    }
  }

  private String sinceWhen(LedgerEntry entry) {
    return entry
        .looks()
        .lastClear()
        .map(
            day ->
                "for "
                    + ChronoUnit.DAYS.between(day, summary.report().period().until())
                    + " days, last clear on "
                    + day)
        .orElse("was never seen clear");
  }

  private void add(String line) {
    String indent =
        line.startsWith(" ") ? line.substring(0, line.length() - line.stripLeading().length()) : "";
    text.append(indent).append(TerminalText.of(line)).append('\n');
  }
}
