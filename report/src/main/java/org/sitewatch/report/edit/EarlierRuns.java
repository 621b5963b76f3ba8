package org.sitewatch.report.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.detect.Status;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.SiteRegistry;

/** What the runs before decided and told; each file is read once, however many sites ask. */
final class EarlierRuns {
  private final RegistryShelf shelf;
  private final Map<String, Optional<SiteRegistry>> registries = new HashMap<>();
  private final Map<String, Map<String, SiteDecision>> decisions = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, Map<String, LedgerLine>> ledgers = new HashMap<>();

  EarlierRuns(RegistryShelf shelf) {
    this.shelf = shelf;
  }

  /** The registry that a run was made with; empty if it is not kept. */
  Optional<SiteRegistry> registry(RunDirectory run) {
    return registries.computeIfAbsent(run.head().registrySha256(), shelf::find);
  }

  /** Empty if the run did not judge the site. */
  Optional<SiteDecision> decision(RunDirectory run, String siteId) {
    return Optional.ofNullable(
        decisions.computeIfAbsent(run.id(), any -> decisions(run)).get(siteId));
  }

  private static Map<String, SiteDecision> decisions(RunDirectory run) {
    return run.manifest().inputs().sites().stream()
        .collect(Collectors.toMap(SiteDecision::siteId, Function.identity()));
  }

  /** Ids of all disturbances of a run. */
  Set<String> ids(RunDirectory run) {
    return told(run).ids();
  }

  /** Properties of its disturbances at a site. */
  List<JsonNode> disturbances(RunDirectory run, String siteId) {
    return told(run).bySite().getOrDefault(siteId, List.of());
  }

  /** Ids of the disturbances at a site that had not ended by a run, in order. */
  List<String> open(RunDirectory run, String siteId) {
    return disturbances(run, siteId).stream()
        .filter(one -> !Status.isOver(one.path("status").asText()))
        .map(one -> one.path("id").asText())
        .sorted()
        .toList();
  }

  /**
   * What a run's ledger says of a site.
   *
   * @param isFailed it could not be looked at
   * @param lastClear the newest look up to the run that saw it clear, or null
   */
  record LedgerLine(boolean isFailed, LocalDate lastClear) {}

  /**
   * By site id.
   *
   * @throws UserException if the ledger cannot be read
   */
  Map<String, LedgerLine> ledger(RunDirectory run) {
    return ledgers.computeIfAbsent(run.id(), any -> readLedger(run));
  }

  private static Map<String, LedgerLine> readLedger(RunDirectory run) {
    Path file = run.path().resolve(RunFiles.COVERAGE);
    var lines = new HashMap<String, LedgerLine>();
    for (JsonNode site : ReportedFeatures.of(file, List.of("site_id", "state", "last_clear"))) {
      boolean isFailed = CoverageState.isFailure(site.path("state").asText());
      lines.put(
          site.path("site_id").asText(),
          new LedgerLine(isFailed, day(site.path("last_clear"), file)));
    }
    return lines;
  }

  private static LocalDate day(JsonNode day, Path file) {
    if (!day.isTextual()) {
      return null;
    }
    try {
      return LocalDate.parse(day.asText());
    } catch (DateTimeParseException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, file + ": last_clear is '" + day.asText() + "', no day", broken);
    }
  }

  private Told told(RunDirectory run) {
    return told.computeIfAbsent(
        run.id(), any -> Told.of(ReportedFeatures.of(run.path().resolve(RunFiles.DISTURBANCES))));
  }

  private record Told(Set<String> ids, Map<String, List<JsonNode>> bySite) {
    static Told of(List<JsonNode> disturbances) {
      return new Told(
          disturbances.stream().map(one -> one.path("id").asText()).collect(Collectors.toSet()),
          disturbances.stream()
              .collect(Collectors.groupingBy(one -> one.path("site_id").asText())));
    }
  }
}
