package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.report.PublishedDisturbances;
import org.sitewatch.report.edit.RegistryEdit;
import org.sitewatch.report.edit.RegistryEdits;
import org.sitewatch.report.edit.UnusableSites;
import org.sitewatch.report.floor.FloorFile;
import org.sitewatch.report.floor.FloorReading;
import org.sitewatch.report.floor.FloorState;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.ledger.LastJudged;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.report.review.SiteWorks;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.SiteImport;

/** What a run is told beside what was found: floors, verdicts, works, edits, earlier runs. */
final class ReportContext {
  private final Workspace workspace;
  private final RunStore runs;
  private final WorkFolder.Header header;
  private final Log log;

  ReportContext(Workspace workspace, RunStore runs, WorkFolder.Header header, Log log) {
    this.workspace = workspace;
    this.runs = runs;
    this.header = header;
    this.log = log;
  }

  /** What was edited in the registry since the runs before. */
  List<RegistryEdit> edits(
      SiteImport registry, RunInputs inputs, SceneCatalog catalog, List<SiteFindings> findings) {
    var unusable = new TreeSet<String>(registry.invalidSiteIds());
    header.unusable().forEach(failure -> unusable.add(failure.siteId()));
    return RegistryEdits.of(
        new RegistryEdits.Now(
            registry.registry(),
            unusable,
            !header.runId().contains(RunInfo.OF_SOME_SITES),
            inputs.sites(),
            (siteId, day) -> looksUpTo(siteId, day, catalog),
            findings.stream().flatMap(found -> found.disturbances().stream()).toList()),
        runsBefore(header.period().since().plusDays(1)),
        workspace.registryVersions());
  }

  private int looksUpTo(String siteId, LocalDate day, SceneCatalog catalog) {
    var work = new WorkFolder(workspace.work(header.runId()));
    return (int)
        work.getResult(siteId).lookIds().stream()
            .filter(id -> !catalog.getScene(id).date().isAfter(day))
            .count();
  }

  /** What the run says of the floors; one that cannot be read costs a warning. */
  SortedMap<String, SiteFloor> told(SortedMap<String, FloorFile> files, List<SiteResult> results) {
    var told = new TreeMap<String, SiteFloor>();
    for (SiteResult result : results) {
      String siteId = result.findings().siteId();
      FloorFile file = files.get(siteId);
      if (file != null) {
        SiteFloor floor =
            FloorReading.of(file, header.settings(), result.models(), header.period().until());
        told.put(siteId, floor);
        if (floor.state() == FloorState.BROKEN) {
          log.warn("site '" + siteId + "': detection floor " + floor.brief());
        }
      }
    }
    return told;
  }

  /** What the verdicts up to the last day and the works in the registry have to say. */
  FollowUps followUps(List<Site> sites) {
    var works = new TreeMap<String, SiteWorks>();
    for (Site site : sites) {
      SiteWorks ofSite = SiteWorks.of(site);
      ofSite.faults().forEach(log::warn);
      works.put(site.id(), ofSite);
    }
    LocalDate until = header.period().until();
    var followUps =
        FollowUps.of(
            workspace.reviews().reviews(), until, ReopenOption.share(header.settings()), works);
    SortedMap<String, String> statuses =
        PublishedDisturbances.status(runsBefore(until), followUps.dismissed());
    statuses.values().removeIf(status -> !status.equals(Status.DISMISSED.label()));
    return followUps.after(statuses.keySet());
  }

  /** What earlier runs knew of sites that have no findings, since their entries are unusable. */
  SortedMap<String, LastJudged> lastJudged(List<SiteFindings> findings, FollowUps followUps) {
    var ids = new TreeSet<String>();
    header.unusable().forEach(failure -> ids.add(failure.siteId()));
    findings.forEach(found -> ids.remove(found.siteId()));
    return UnusableSites.of(
        ids,
        runsBefore(header.period().until()),
        workspace.registryVersions(),
        followUps.dismissed(),
        log::warn);
  }

  /** The newest first. */
  List<RunDirectory> runsBefore(LocalDate until) {
    var before = new ArrayList<RunDirectory>();
    runs.listRuns().stream().filter(run -> run.until().isBefore(until)).forEach(before::add);
    Collections.reverse(before);
    return before;
  }
}
