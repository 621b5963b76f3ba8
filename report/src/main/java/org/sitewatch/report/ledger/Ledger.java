package org.sitewatch.report.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.LookOutcome.Failed;
import org.sitewatch.detect.LookOutcome.Seen;
import org.sitewatch.detect.LookOutcome.Unseen;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.sites.Site;

/**
 * The observation ledger of a run: every registered site once, also those that nobody could look
 * at. "Not seen" is never "no change".
 */
public final class Ledger {
  private Ledger() {}

  /**
   * One entry a site, by id; a site without findings is a failed one.
   *
   * @throws IllegalArgumentException for findings of an unknown site, and for a site or findings
   *     that come twice
   */
  public static List<LedgerEntry> of(
      Collection<Site> sites,
      Collection<RegistryFailure> failures,
      Collection<SiteFindings> findings) {
    Map<String, SiteFindings> bySite = new HashMap<>();
    for (SiteFindings of : findings) {
      if (bySite.put(of.siteId(), of) != null) {
        throw new IllegalArgumentException("two findings of site '" + of.siteId() + "'");
      }
    }
    Map<String, RegistryFailure> unusable = merged(failures);
    List<LedgerEntry> entries = new ArrayList<>();
    for (Site site : sites) {
      LedgerEntry entry = entry(site, Optional.ofNullable(bySite.remove(site.id())));
      RegistryFailure namesake = unusable.remove(site.id());
      entries.add(namesake == null ? entry : withNamesake(entry, namesake));
    }
    for (RegistryFailure failure : unusable.values()) {
      entries.add(entry(failure));
    }
    if (!bySite.isEmpty()) {
      throw new IllegalArgumentException("findings of unknown sites " + bySite.keySet());
    }
    entries.sort(Comparator.comparing(LedgerEntry::siteId));
    checkUnique(entries);
    return List.copyOf(entries);
  }

  private static LedgerEntry entry(Site site, Optional<SiteFindings> findings) {
    List<LookOutcome> looks = findings.map(SiteFindings::outcomes).orElse(List.of());
    CoverageState state = state(looks);
    return new LedgerEntry(
        site.id(),
        site.name(),
        site.priority(),
        site.area(),
        state,
        looks.isEmpty()
            ? "Could not look: the run has no outcome for it."
            : WhyNot.of(state, looks),
        LookTally.of(looks, findings.flatMap(SiteFindings::lastClear)),
        findings.map(f -> f.disturbances().size()).orElse(0));
  }

  private static LedgerEntry entry(RegistryFailure failure) {
    return new LedgerEntry(
        failure.siteId(),
        failure.name(),
        0,
        new GeometryFactory().createMultiPolygon(),
        CoverageState.FAILED,
        "Could not look, the registry entry is invalid: " + failure.reason(),
        LookTally.NONE,
        0);
  }

  /** Entries of the registry may share an id, or lack one: one line says all that is wrong. */
  private static Map<String, RegistryFailure> merged(Collection<RegistryFailure> failures) {
    Map<String, RegistryFailure> merged = new TreeMap<>();
    for (RegistryFailure failure : failures) {
      merged.merge(
          failure.siteId(),
          failure,
          (first, second) ->
              new RegistryFailure(
                  first.siteId(), first.name(), first.reason() + "; " + second.reason()));
    }
    return merged;
  }

  private static LedgerEntry withNamesake(LedgerEntry entry, RegistryFailure namesake) {
    return new LedgerEntry(
        entry.siteId(),
        entry.siteName(),
        entry.priority(),
        entry.area(),
        entry.state(),
        (entry.whyNot() + " Another registry entry of this id is invalid: " + namesake.reason())
            .strip(),
        entry.looks(),
        entry.disturbances());
  }

  private static CoverageState state(List<LookOutcome> looks) {
    boolean seen = false;
    boolean judged = false;
    boolean failed = looks.isEmpty();
    boolean scene = false;
    for (LookOutcome outcome : looks) {
      if (outcome instanceof Seen look) {
        seen = true;
        judged |= look.judgedShare() > 0;
      } else if (outcome instanceof Failed) {
        failed = true;
      } else if (outcome instanceof Unseen look) {
        scene |= look.cause() != Cause.NO_SCENE;
      }
    }
    if (seen) {
      return judged ? CoverageState.SEEN : CoverageState.NO_HISTORY;
    }
    if (failed) {
      return CoverageState.FAILED;
    }
    return scene ? CoverageState.NOT_SEEN : CoverageState.NO_SCENE;
  }

  private static void checkUnique(List<LedgerEntry> entries) {
    Set<String> ids = new HashSet<>();
    for (LedgerEntry entry : entries) {
      if (!ids.add(entry.siteId())) {
        throw new IllegalArgumentException("two sites with id '" + entry.siteId() + "'");
      }
    }
  }
}
