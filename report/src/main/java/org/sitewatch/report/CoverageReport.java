package org.sitewatch.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.json.FeatureWriter;
import org.sitewatch.report.ledger.LedgerEntry;
import org.sitewatch.report.ledger.LookTally;

/**
 * {@code coverage.geojson}: the observation ledger, one feature a site in order of id. Null stands
 * for what is not known: a site never seen clear has no {@code last_clear}, a registry entry that
 * cannot be used no geometry unless an earlier run judged the site.
 */
public final class CoverageReport {
  private CoverageReport() {}

  /**
   * @param budgets how the budget of false alarms is held, by site id
   * @param floors from which size on disturbances are seen, by site id
   * @param notes how a site's looks were read (resampled from where, without a mask), by site id
   * @param out stays open
   */
  public static void write(
      String runId,
      Period period,
      List<LedgerEntry> entries,
      Map<String, HeldBudget> budgets,
      Map<String, SiteFloor> floors,
      Map<String, List<String>> notes,
      OutputStream out)
      throws IOException {
    try (FeatureWriter features = new FeatureWriter(out)) {
      for (LedgerEntry entry : entries) {
        features.start(entry.siteId(), entry.area());
        features.put("site_id", entry.siteId());
        features.put("site_name", entry.siteName());
        features.put("run_id", runId);
        features.put("since", period.since());
        features.put("until", period.until());
        features.put("priority", entry.priority() > 0 ? entry.priority() : Double.NaN, 0);
        features.put("state", entry.state().label());
        features.put("why_not", entry.whyNot());
        writeLooks(features, entry.looks(), period.until());
        HeldBudget budget = budgets.getOrDefault(entry.siteId(), HeldBudget.NONE);
        features.put("least_confidence", budget.leastConfidence(), 2);
        features.put("expected_false_alarms_per_year", budget.expectedFalseAlarms(), 3);
        writeFloor(features, floors.getOrDefault(entry.siteId(), SiteFloor.NONE));
        features.put("notes", String.join("; ", notes.getOrDefault(entry.siteId(), List.of())));
        features.put("disturbances", entry.disturbances());
        features.end();
      }
    }
  }

  /** An area is null where the floor does not hold for the run, or none of the kind is seen. */
  private static void writeFloor(FeatureWriter features, SiteFloor floor) throws IOException {
    features.put("detection_floor", floor.sentence());
    features.put("floor_state", floor.state().label());
    features.put("floor_until", floor.until());
    for (PlantKind kind : PlantKind.values()) {
      OptionalInt area_m2 = floor.area_m2(kind);
      features.put(
          "floor_" + kind.label() + "_m2",
          area_m2.isPresent() ? area_m2.getAsInt() : Double.NaN,
          0);
    }
  }

  private static void writeLooks(FeatureWriter features, LookTally looks, LocalDate until)
      throws IOException {
    features.put("looks_seen", looks.seen());
    features.put("looks_unseen", looks.unseen());
    features.put("looks_failed", looks.failed());
    features.put("looks", looks.trace());
    features.put("clear_share", looks.clearShare(), 3);
    features.put("clear_share_best", looks.bestClearShare(), 3);
    features.put("last_clear", looks.lastClear());
    features.put(
        "days_since_clear",
        looks
            .lastClear()
            .map(date -> (double) ChronoUnit.DAYS.between(date, until))
            .orElse(Double.NaN),
        0);
  }
}
