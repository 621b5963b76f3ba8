package org.sitewatch.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.report.Counted;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.ledger.FailureLines;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.work.ReportedFeatures;

/**
 * What a committed run could not look at, as its ledger has it. Cloud is no failure.
 *
 * @param sites that could not be looked at: something of theirs failed, and nothing showed them
 * @param looks of the period that failed, of all sites
 * @param earlierLooks of the history that were left out, counted at each site; they alone do not
 *     make a run partial here
 * @param reasons a line a reason, in order of the first site; the first few only
 */
public record NotLookedAt(int sites, int looks, int earlierLooks, List<String> reasons) {
  public NotLookedAt {
    reasons = List.copyOf(reasons);
  }

  /**
   * @throws org.sitewatch.sites.UserException if its ledger cannot be read
   */
  public static NotLookedAt of(RunDirectory run) {
    Path ledger = run.path().resolve(RunFiles.COVERAGE);
    int[] counts = new int[3];
    var failures = new FailureLines();
    ReportedFeatures.forEach(
        ledger,
        feature -> {
          JsonNode site = feature.path("properties");
          boolean isFailed = isFailed(site);
          int looks = site.path("looks_failed").asInt();
          counts[0] += isFailed ? 1 : 0;
          counts[1] += looks;
          counts[2] += SiteInputs.countLeftOutOfHistory(site.path("notes").asText());
          if (isFailed || looks > 0) {
            failures.add(site.path("site_id").asText(), site.path("why_not").asText());
          }
        });
    return new NotLookedAt(counts[0], counts[1], counts[2], failures.lines());
  }

  /**
   * Whether a run could look at a site, by its id: none of another site than those it was asked
   * for.
   *
   * @throws org.sitewatch.sites.UserException if its ledger cannot be read
   */
  public static Predicate<String> lookedAt(RunDirectory run) {
    Set<String> failed =
        ReportedFeatures.of(run.path().resolve(RunFiles.COVERAGE), List.of("site_id", "state"))
            .stream()
            .filter(NotLookedAt::isFailed)
            .map(site -> site.path("site_id").asText())
            .collect(Collectors.toSet());
    return id -> !failed.contains(id) && (!run.isOfSomeSites() || run.head().sites().contains(id));
  }

  private static boolean isFailed(JsonNode site) {
    return CoverageState.isFailure(site.path("state").asText());
  }

  /** Whether the run is only partly done. */
  public boolean isAny() {
    return !reasons.isEmpty();
  }

  /** How much that is, in words that go on from the run's name. */
  public String brief() {
    return "is partial: %s could not be looked at, %s failed"
        .formatted(Counted.of(sites, "site"), Counted.of(looks, "look"));
  }
}
