package org.sitewatch.detect.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.StackReading.FailedLook;

/** Puts what several sensors found at one site together. */
final class FindingsMerge {
  private static final Comparator<LookOutcome> ORDER =
      Comparator.comparing(LookOutcome::date).thenComparing(LookOutcome::lookId);

  private FindingsMerge() {}

  /** The findings of a site; without any look in the period, the outcome that says so. */
  static SiteFindings of(String siteId, List<SiteFindings> parts) {
    var disturbances = new ArrayList<Disturbance>();
    var outcomes = new ArrayList<LookOutcome>();
    parts.forEach(part -> disturbances.addAll(part.disturbances()));
    parts.forEach(part -> outcomes.addAll(part.outcomes()));
    if (outcomes.isEmpty()) {
      outcomes.add(new LookOutcome.Unseen("", LocalDate.MIN, "", LookOutcome.Cause.NO_SCENE));
    }
    disturbances.sort(Comparator.comparing(Disturbance::id));
    outcomes.sort(ORDER);
    LocalDate lastClear =
        parts.stream()
            .map(SiteFindings::lastClearLook)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return new SiteFindings(
        siteId,
        disturbances,
        outcomes,
        lastClear,
        parts.stream().mapToInt(SiteFindings::droppedUnconfirmed).sum(),
        parts.stream().mapToInt(SiteFindings::paddingObjects).sum(),
        parts.stream().map(SiteFindings::budget).reduce(HeldBudget.NONE, HeldBudget::and));
  }

  /** The same with the looks of the period that could not be read. */
  static SiteFindings withFailures(
      SiteFindings findings, List<FailedLook> failures, Period period) {
    var outcomes = new ArrayList<>(findings.outcomes());
    for (FailedLook failure : failures) {
      Look look = failure.look();
      if (period.contains(look.date())) {
        outcomes.add(
            new LookOutcome.Failed(look.id(), look.date(), look.sensor(), failure.reason()));
      }
    }
    outcomes.sort(ORDER);
    return new SiteFindings(
        findings.siteId(),
        findings.disturbances(),
        outcomes,
        findings.lastClearLook(),
        findings.droppedUnconfirmed(),
        findings.paddingObjects(),
        findings.budget());
  }
}
