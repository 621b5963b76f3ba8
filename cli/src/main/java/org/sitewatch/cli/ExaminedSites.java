package org.sitewatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.job.ExaminedSite;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.detect.job.SiteTimes;
import org.sitewatch.ingest.job.TaskRunner;
import org.sitewatch.report.work.WorkFolder;

/** Keeps what was found of a site as it comes in, and in memory only what is told of all. */
final class ExaminedSites implements TaskRunner.Sink<ExaminedSite> {
  private final WorkFolder work;
  private final Log log;
  private final SortedMap<Integer, List<String>> setAside = new TreeMap<>();
  private final SortedMap<Integer, String> told = new TreeMap<>();
  private final SortedMap<String, String> statesToCompare = new TreeMap<>();
  private SiteTimes times = SiteTimes.NONE;
  private boolean hasFailures;

  ExaminedSites(WorkFolder work, Log log) {
    this.work = work;
    this.log = log;
  }

  @Override
  public void take(int task, ExaminedSite site) {
    work.put(site.result());
    note(task, site);
  }

  private synchronized void note(int task, ExaminedSite site) {
    times = times.plus(site.times());
    statesToCompare.putAll(site.statesToCompare());
    if (!site.setAside().isEmpty()) {
      setAside.put(task, site.setAside());
    }
    if (log.isVerbose()) {
      told.put(task, told(site.result()));
    }
    hasFailures |=
        site.result().findings().outcomes().stream().anyMatch(LookOutcome.Failed.class::isInstance);
  }

  private static String told(SiteResult result) {
    SiteFindings found = result.findings();
    return "detect: %s on %s: %d looks read, %d judged, %d disturbances"
        .formatted(
            found.siteId(),
            result.gridKeys().isEmpty() ? "no grid" : String.join(" ", result.gridKeys()),
            result.lookIds().size(),
            found.outcomes().size(),
            found.disturbances().size());
  }

  /** A line a site for those who want to know, in the order of the tasks. */
  void tell() {
    told.values().forEach(log::detail);
  }

  SiteTimes times() {
    return times;
  }

  /** Why tiles were moved out of the way, in the order of the tasks. */
  List<String> setAside() {
    var all = new ArrayList<String>();
    setAside.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  /** As {@link ExaminedSite#statesToCompare}, of all sites. */
  SortedMap<String, String> statesToCompare() {
    return statesToCompare;
  }

  /** Whether a look could not be judged. */
  boolean hasFailures() {
    return hasFailures;
  }
}
