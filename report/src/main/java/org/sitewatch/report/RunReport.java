package org.sitewatch.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.report.edit.RegistryEdit;
import org.sitewatch.report.edit.RegistryEditsFile;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.ledger.LastJudged;
import org.sitewatch.report.ledger.Ledger;
import org.sitewatch.report.ledger.LedgerEntry;
import org.sitewatch.report.ledger.RegistryFailure;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.report.rank.Ranking;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.sites.Site;

/**
 * What a run has to say, before it is written in any form.
 *
 * @param ranked disturbances in order of visit
 * @param patrol what cuts that order
 * @param budgets how the budget of false alarms is held, by site, where it is
 * @param ledger every registered site once, in order of id
 * @param floors from which size on disturbances are seen, by site; of other sites nothing is kept
 * @param edits of the registry since the runs before
 */
public record RunReport(
    String runId,
    Period period,
    List<RankedDisturbance> ranked,
    PatrolPlan patrol,
    List<LedgerEntry> ledger,
    SortedMap<String, HeldBudget> budgets,
    SortedMap<String, SiteFloor> floors,
    List<RegistryEdit> edits) {

  public RunReport {
    ranked = List.copyOf(ranked);
    ledger = List.copyOf(ledger);
    budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    edits = List.copyOf(edits);
    floors = Collections.unmodifiableSortedMap(new TreeMap<>(floors));
  }

  /**
   * The order of sites, failures and findings does not matter.
   *
   * @param patrol by whose visits the disturbances are marked
   * @param followUps what verdicts and the registry make of the disturbances
   */
  public static RunReport of(
      String runId,
      Period period,
      Collection<Site> sites,
      Collection<RegistryFailure> failures,
      Collection<SiteFindings> findings,
      RankingWeights weights,
      PatrolPlan patrol,
      FollowUps followUps) {
    List<LedgerEntry> ledger = Ledger.of(sites, failures, findings);
    Map<String, Site> byId =
        sites.stream().collect(Collectors.toMap(Site::id, Function.identity()));
    List<Disturbance> disturbances =
        findings.stream().flatMap(found -> found.disturbances().stream()).toList();
    var ranked = Ranking.rank(disturbances, byId, period.until(), weights, followUps);
    var budgets = new TreeMap<String, HeldBudget>();
    findings.stream()
        .filter(found -> found.budget().isKnown())
        .forEach(found -> budgets.put(found.siteId(), found.budget()));
    return new RunReport(
        runId, period, patrol.mark(ranked), patrol, ledger, budgets, new TreeMap<>(), List.of());
  }

  /** The same with the detection floors that are kept. */
  public RunReport withFloors(SortedMap<String, SiteFloor> kept) {
    return new RunReport(runId, period, ranked, patrol, ledger, budgets, kept, edits);
  }

  /**
   * The same with what earlier runs knew of sites whose entries cannot be used any more.
   *
   * @param last by site id
   */
  public RunReport withLastJudged(SortedMap<String, LastJudged> last) {
    List<LedgerEntry> known =
        ledger.stream()
            .map(
                entry ->
                    last.containsKey(entry.siteId())
                        ? entry.knownFrom(last.get(entry.siteId()))
                        : entry)
            .toList();
    return new RunReport(runId, period, ranked, patrol, known, budgets, floors, edits);
  }

  /** The same with what was edited in the registry. */
  public RunReport withEdits(List<RegistryEdit> found) {
    return new RunReport(runId, period, ranked, patrol, ledger, budgets, floors, found);
  }

  /**
   * The files of the run directory.
   *
   * @param facts what features tell beside what was found
   * @param notes what the ledger says of how a site's looks were read, by its id
   */
  public RunFiles files(RunFacts facts, Map<String, List<String>> notes) {
    return folder -> {
      write(
          folder.resolve(RunFiles.DISTURBANCES),
          out -> GeoJsonReport.write(runId, ranked, facts, out));
      write(
          folder.resolve(RunFiles.COVERAGE),
          out ->
              CoverageReport.write(
                  runId, period, ledger, budgets, floors, notesWithEdits(notes), out));
      if (!edits.isEmpty()) {
        write(folder.resolve(RegistryEditsFile.NAME), out -> RegistryEditsFile.write(edits, out));
      }
    };
  }

  private Map<String, List<String>> notesWithEdits(Map<String, List<String>> notes) {
    var all = new TreeMap<String, List<String>>(notes);
    for (RegistryEdit edit : edits) {
      var more = new ArrayList<>(all.getOrDefault(edit.siteId(), List.of()));
      more.add(edit.note());
      all.put(edit.siteId(), more);
    }
    return all;
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      content.writeTo(out);
    }
  }
}
