package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.job.DetectJob;
import org.sitewatch.detect.job.DetectPlan;
import org.sitewatch.detect.job.DetectTask;
import org.sitewatch.detect.job.PixelWork;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.detect.job.StatesOfRuns;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.stac.SceneDigest;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.Counted;
import org.sitewatch.report.floor.FloorFile;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.Site;

/** The second step of a scan: every site's looks of the period are judged, into work/RUN. */
final class DetectStep {
  private final Workspace workspace;
  private final WorkspaceInputs inputs;
  private final RunOptions.Choice choice;
  private final List<RunDirectory> runs;
  private final DetectConfig config;
  private final boolean changeRasters;
  private final boolean objectFeatures;
  private final ReportingOptions reporting;
  private final PoolsInForce pools;
  private final Log log;
  private final TreeMap<String, String> scenes = new TreeMap<>();
  private List<String> setAside = List.of();

  private DetectStep(
      Workspace workspace,
      WorkspaceInputs inputs,
      RunOptions.Choice choice,
      List<RunDirectory> runs,
      JudgingOptions options,
      Log log) {
    this.workspace = workspace;
    this.inputs = inputs;
    this.choice = choice;
    this.runs = runs;
    this.config = options.config();
    this.changeRasters = options.changeRasters();
    this.objectFeatures = options.objectFeatures();
    this.reporting = options.reporting();
    this.log = log;
    pools = new PoolsInForce(workspace.state(), runsBefore());
  }

  /** Reads and checks all inputs before any Spark starts. */
  static DetectStep prepare(Workspace workspace, RunStore store, JudgingOptions options, Log log) {
    List<RunDirectory> runs = store.listRuns();
    SceneCatalog registered = new SceneFolder(workspace.scenes()).load();
    var choice = options.run().choose(runs, registered, options.sites());
    WorkspaceInputs inputs =
        WorkspaceInputs.load(workspace, registered, options.sites(), choice.period().until(), log);
    log.info(
        "run %s: looks after %s up to %s; %s, %s"
            .formatted(
                choice.id(),
                choice.period().since(),
                choice.period().until(),
                Counted.of(inputs.sites().size(), "site"),
                Counted.of(inputs.catalog().scenes().size(), "scene")));
    var step = new DetectStep(workspace, inputs, choice, runs, options, log);
    step.checkStates(store);
    return step;
  }

  /** A state that is not what the run before recorded stops the run before any work is done. */
  private void checkStates(RunStore store) {
    List<RunDirectory> before = runsBefore();
    if (!before.isEmpty()) {
      RunDirectory newest = before.get(before.size() - 1);
      inputs.sites().forEach(site -> store.findState(newest, SiteStates.fileName(site.id())));
    }
  }

  WorkspaceInputs inputs() {
    return inputs;
  }

  /** Whether some entries of the registry cannot be served. */
  boolean hasUnusable() {
    return !inputs.unusable().isEmpty();
  }

  RunOptions.Choice choice() {
    return choice;
  }

  /**
   * Tells whether every look of every site could be judged.
   *
   * @param pixels reads and judges looks
   */
  boolean run(JobSession session, Stages stages, PixelWork pixels) {
    var work = new WorkFolder(workspace.work(choice.id()));
    work.clear();
    var plan =
        new DetectPlan(
            workspace.tileStore(),
            choice.period(),
            watchedSince(),
            config,
            pools.between(watchedSince(), choice.period().until()),
            workspace.models().toString(),
            changeRasters ? work.change().toString() : "",
            objectFeatures ? work.objects().toString() : "");
    var examined = new ExaminedSites(work, log);
    DetectJob.run(
        session.runner(inputs.looks()),
        tasks(),
        inputs.catalog(),
        plan,
        pixels,
        examined,
        new Progress("detect", "sites", log)::update);
    stages.judged(examined.times());
    EarlierStates.check(examined.statesToCompare(), runsBefore());
    setAside = examined.setAside();
    stages.next("report");
    examined.tell();
    work.finish(header());
    return inputs.unusable().isEmpty() && setAside.isEmpty() && !examined.hasFailures();
  }

  /** Why tiles could not be used: those that were moved out of the way can be cut again now. */
  List<String> setAside() {
    return setAside;
  }

  /** What all sites share. */
  WorkFolder.Header header() {
    return new WorkFolder.Header(
        choice.id(),
        choice.period(),
        settings(),
        pools.between(choice.period().since().plusDays(1), choice.period().until()),
        inputs.registryVersion(),
        scenes(),
        inputs.unusable());
  }

  /** Entries of the scenes of all sites. */
  private TreeMap<String, String> scenes() {
    if (scenes.isEmpty()) {
      var ids = new HashSet<String>();
      inputs.views().forEach(view -> ids.addAll(view.sceneIds()));
      ids.forEach(id -> scenes.put(id, SceneDigest.of(inputs.catalog().getScene(id))));
    }
    return scenes;
  }

  /** What is kept of the detection floors of the sites. */
  Collection<FloorFile> floors() {
    List<String> ids = inputs.sites().stream().map(Site::id).toList();
    return workspace.floors().newest(ids, choice.period().until()).values();
  }

  /** What is kept of verdicts up to the last day, as a manifest names it. */
  SortedMap<String, String> reviews() {
    return workspace.reviews().hashes(choice.period().until());
  }

  /** What a run made now would be made from: every stored tile of its sites is read for it. */
  RunInputs manifestInputs() {
    TileStore store = workspace.tileStore();
    Map<String, List<SiteView>> views = viewsBySite();
    var made = new ManifestInputs(inputs.catalog(), choice.period());
    for (Site site : inputs.sites()) {
      List<SiteView> ofSite = views.getOrDefault(site.id(), List.of());
      made.add(SiteInputs.read(site.id(), ofSite, inputs.catalog(), store, choice.period()));
    }
    return made.of(header(), floors(), reviews());
  }

  private Map<String, List<SiteView>> viewsBySite() {
    return inputs.views().stream().collect(Collectors.groupingBy(view -> view.site().id()));
  }

  private List<DetectTask> tasks() {
    Map<String, List<SiteView>> bySite = viewsBySite();
    Function<Site, StatesOfRuns> earlier = EarlierStates.of(workspace, runsBefore(), 1);
    var tasks = new ArrayList<DetectTask>();
    for (Site site : inputs.sites()) {
      tasks.add(
          new DetectTask(site, bySite.getOrDefault(site.id(), List.of()), earlier.apply(site)));
    }
    return tasks;
  }

  private LocalDate watchedSince() {
    return runsBefore().stream()
        .map(run -> run.head().run().period().since())
        .min(LocalDate::compareTo)
        .orElse(choice.period().since());
  }

  private List<RunDirectory> runsBefore() {
    return runs.stream().filter(run -> !run.until().isAfter(choice.period().since())).toList();
  }

  private TreeMap<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.put("mask_dilation_m", FixedDecimals.of(config.maskDilation_m(), 3));
    settings.put(
        "alert_budget_per_site_year", FixedDecimals.of(config.alertBudgetPerSiteYear(), 6));
    settings.put("object_model_sha256", ObjectModelFile.shippedSha256());
    settings.put("seed_evidence", FixedDecimals.of(config.seedEvidence(), 6));
    settings.put("grow_evidence", FixedDecimals.of(config.growEvidence(), 6));
    settings.put("min_pixels", Integer.toString(config.minPixels()));
    settings.put("change_rasters", Boolean.toString(changeRasters));
    reporting.putInto(settings);
    return settings;
  }
}
