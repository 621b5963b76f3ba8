package org.sitewatch.report.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.score.ClassPools;

/**
 * What other runs and reports ask a run's manifest for, again and again: its length does not hang
 * on what a site's looks were, so that the heads of years of runs fit into memory.
 *
 * @param previousRun the run before it, or null for the first; read it by {@link #previous()}
 * @param pools that were in force in the period
 * @param sites that it judged
 */
public record RunHead(
    RunInfo run,
    SortedMap<String, String> settings,
    String registrySha256,
    PreviousRun previousRun,
    ClassPools pools,
    JudgedSites sites) {

  public RunHead {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  public Optional<PreviousRun> previous() {
    return Optional.ofNullable(previousRun);
  }

  /** The same: sites and pools stay what they are over many runs. */
  RunHead sharing(RunHead other) {
    return new RunHead(
        run,
        settings,
        registrySha256,
        previousRun,
        pools.equals(other.pools) ? other.pools : pools,
        sites.shared(other.sites));
  }

  /** Of a manifest that was read whole. */
  static RunHead of(RunManifest manifest) {
    RunInputs inputs = manifest.inputs();
    return new RunHead(
        inputs.run(),
        inputs.settings(),
        inputs.registrySha256(),
        manifest.previous().orElse(null),
        manifest.pools(),
        JudgedSites.of(inputs.sites().stream().map(SiteDecision::siteId).toList()));
  }

  /** The ids of the sites that a run judged. */
  public static final class JudgedSites {
    private final String[] sorted;

    private JudgedSites(String[] sorted) {
      this.sorted = sorted;
    }

    /**
     * @param sorted in order, as a manifest has them
     */
    static JudgedSites of(Collection<String> sorted) {
      return new JudgedSites(sorted.toArray(new String[0]));
    }

    /** These, or others if they are the same. */
    JudgedSites shared(JudgedSites others) {
      return Arrays.equals(sorted, others.sorted) ? others : this;
    }

    public boolean contains(String siteId) {
      return Arrays.binarySearch(sorted, siteId) >= 0;
    }

    /** Those that are not among others; none, without a look, if they are shared. */
    public List<String> notIn(JudgedSites others) {
      return others == this
          ? List.of()
          : Arrays.stream(sorted).filter(id -> !others.contains(id)).toList();
    }
  }
}
