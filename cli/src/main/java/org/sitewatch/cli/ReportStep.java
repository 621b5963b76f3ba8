package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.stac.SceneDigest;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.PublishedDisturbances;
import org.sitewatch.report.RunFacts;
import org.sitewatch.report.RunReport;
import org.sitewatch.report.RunSummary;
import org.sitewatch.report.ZonesReport;
import org.sitewatch.report.chips.ChipStudio;
import org.sitewatch.report.chips.Chips;
import org.sitewatch.report.floor.FloorFile;
import org.sitewatch.report.ledger.LastJudged;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.report.render.Format;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.report.run.RunContent;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.SiteRegistry;

/**
 * The third step of a scan: work/RUN is ranked, written and committed as runs/RUN and state/RUN.
 */
final class ReportStep {
  private final Workspace workspace;
  private final RunStore runs;
  private final Log log;
  private final Stages stages;

  ReportStep(Workspace workspace, RunStore runs, Log log, Stages stages) {
    this.workspace = workspace;
    this.runs = runs;
    this.log = log;
    this.stages = stages;
  }

  /**
   * @param registered the registry, asked for once there is something to report: a scan's as it was
   *     read when the scan began
   * @param dryRun check all and rank, but commit nothing
   */
  RunOutcome run(Supplier<SiteImport> registered, String runId, boolean force, boolean dryRun) {
    var work = new WorkFolder(workspace.work(runId));
    WorkFolder.Header header = work.readHeader();
    SiteImport registry = registered.get();
    checkRegistry(header, registry);
    var context = new ReportContext(workspace, runs, header, log);
    SceneCatalog catalog = new SceneFolder(workspace.scenes()).load();
    checkScenes(header, catalog);
    var made = new ManifestInputs(catalog, header.period());
    var results = new ArrayList<SiteResult>();
    work.forEachResult(
        result -> {
          made.add(result.inputs());
          results.add(result.forReport());
        });
    SortedMap<String, FloorFile> floors =
        workspace
            .floors()
            .newest(
                results.stream().map(result -> result.findings().siteId()).toList(),
                header.period().until());
    RunInputs inputs =
        made.of(header, floors.values(), workspace.reviews().hashes(header.period().until()));
    Optional<RunDirectory> standing = runs.findUnchanged(inputs, force);
    List<SiteFindings> findings = results.stream().map(SiteResult::findings).toList();
    List<Site> sites = judgedSites(registry, findings);
    FollowUps followUps = context.followUps(sites);
    SortedMap<String, LastJudged> last = context.lastJudged(findings, followUps);
    RunReport report =
        RunReport.of(
                runId,
                header.period(),
                sites,
                header.unusable(),
                findings,
                RankingWeights.DEFAULT,
                PatrolOption.plan(header.settings(), header.period()),
                followUps)
            .withLastJudged(last)
            .withFloors(context.told(floors, results))
            .withEdits(context.edits(registry, inputs, catalog, findings));
    Path directory =
        standing.isPresent() || dryRun
            ? workspace.root().resolve("runs").resolve(runId)
            : commit(
                    inputs,
                    registry.registry(),
                    report,
                    results,
                    shownSites(sites, last),
                    catalog,
                    header,
                    context,
                    force)
                .path();
    if (!dryRun) {
      work.clear();
    }
    stages.next("summary");
    var summary = new RunSummary(report);
    summary.text().lines().forEach(log::info);
    return new RunOutcome(directory, report, summary);
  }

  /** Made before anything is written of the disturbances, so that they can name their pictures. */
  private Chips pictures(WorkFolder.Header header, RunReport report, SceneCatalog catalog) {
    stages.next("pictures");
    return new ChipStudio(
            catalog,
            workspace.tileStore(),
            header.period().until(),
            Double.parseDouble(header.settings().get("mask_dilation_m")))
        .make(
            report.ranked(),
            PicturesOption.most(header.settings()),
            new WorkFolder(workspace.work(header.runId())).chips(),
            log::warn);
  }

  private RunDirectory commit(
      RunInputs inputs,
      SiteRegistry registry,
      RunReport report,
      List<SiteResult> results,
      List<Site> sites,
      SceneCatalog catalog,
      WorkFolder.Header header,
      ReportContext context,
      boolean force) {
    Chips chips = pictures(header, report, judged(header, catalog));
    var work = new WorkFolder(workspace.work(inputs.run().id()));
    Words words = LanguageOption.words(inputs.settings());
    var facts =
        new RunFacts(
            PublishedDisturbances.publishedIn(
                context.runsBefore(inputs.run().period().until()), raisedBefore(results)),
            catalog.scenes().stream().collect(Collectors.toMap(Scene::id, Scene::datetime)),
            inputs.run().software(),
            inputs.settingsSha256(),
            chips);
    stages.next("commit");
    workspace.registryVersions().keep(registry);
    return runs.commit(
        inputs,
        new RunContent(
            report
                .files(facts, notes(results))
                .and(chips.files())
                .and(ZonesReport.files(report.runId(), sites))
                .and(RunFiles.copyOf(work.change(), "change"))
                .and(RunFiles.copyOf(work.objects(), "objects"))
                .and(Format.ofRun(report.runId(), report.period(), words)),
            work.states(),
            registration(results),
            report.budgets(),
            header.pools()),
        force);
  }

  /** Shifts measured on the looks of the period, by site and look. */
  private static SortedMap<String, SortedMap<String, LookShift>> registration(
      List<SiteResult> results) {
    var registration = new TreeMap<String, SortedMap<String, LookShift>>();
    for (SiteResult result : results) {
      var looks = new TreeMap<String, LookShift>();
      for (LookOutcome outcome : result.findings().outcomes()) {
        if (outcome instanceof LookOutcome.Seen seen && seen.shift().isMeasured()) {
          looks.put(seen.lookId(), seen.shift());
        }
      }
      if (!looks.isEmpty()) {
        registration.put(result.findings().siteId(), looks);
      }
    }
    return registration;
  }

  private static List<String> raisedBefore(List<SiteResult> results) {
    return results.stream()
        .flatMap(result -> result.findings().disturbances().stream())
        .filter(disturbance -> !disturbance.alert().isNew())
        .map(Disturbance::id)
        .toList();
  }

  private static Map<String, List<String>> notes(List<SiteResult> results) {
    return results.stream()
        .collect(Collectors.toMap(r -> r.findings().siteId(), SiteResult::ledgerNotes));
  }

  /** A report of sites that are not the judged ones any more would mix two registries. */
  private void checkRegistry(WorkFolder.Header header, SiteImport registry) {
    String now = registry.registry().version();
    if (!now.equals(header.registryVersion())) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          workspace.registry()
              + " has changed since run "
              + header.runId()
              + " was detected; run 'sitewatch detect' again");
    }
  }

  /** The manifest would name entries of scenes that nothing was judged by. */
  private void checkScenes(WorkFolder.Header header, SceneCatalog catalog) {
    header
        .scenes()
        .forEach(
            (id, sha256) -> {
              Scene now = catalog.byId().get(id);
              if (now == null || !SceneDigest.of(now).equals(sha256)) {
                throw new UserException(
                    ExitCode.USAGE,
                    "scene '%s' %s %s since run %s was detected; run 'sitewatch detect' again"
                        .formatted(
                            id,
                            now == null ? "has gone from" : "has changed in",
                            workspace.scenes(),
                            header.runId()));
              }
            });
  }

  /** A scene that came after them takes no part, not even in a picture. */
  private static SceneCatalog judged(WorkFolder.Header header, SceneCatalog catalog) {
    return new SceneCatalog(
        catalog.scenes().stream()
            .filter(scene -> header.scenes().containsKey(scene.id()))
            .toList());
  }

  private static List<Site> shownSites(List<Site> judged, SortedMap<String, LastJudged> last) {
    return Stream.concat(
            judged.stream(), last.values().stream().flatMap(one -> one.site().stream()))
        .toList();
  }

  /** The registry's sites that have findings, so that a run of some sites speaks of these only. */
  private static List<Site> judgedSites(SiteImport registry, List<SiteFindings> findings) {
    var ids = findings.stream().map(SiteFindings::siteId).collect(Collectors.toSet());
    return registry.validSites().stream().filter(site -> ids.contains(site.id())).toList();
  }
}
