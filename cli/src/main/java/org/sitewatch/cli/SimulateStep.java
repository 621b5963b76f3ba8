package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.job.DetectTask;
import org.sitewatch.detect.job.SimulationJob;
import org.sitewatch.detect.job.SimulationPlan;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.detect.job.StatesOfRuns;
import org.sitewatch.detect.json.SimulationJson;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/** Plants into every site's looks and writes one file a site; reads runs and states only. */
final class SimulateStep {
  private final Workspace workspace;
  private final WorkspaceInputs inputs;
  private final List<RunDirectory> runs;
  private final SimulationPlan plan;
  private final Path output;
  private final Log log;

  private SimulateStep(
      Workspace workspace,
      WorkspaceInputs inputs,
      List<RunDirectory> runs,
      SimulationPlan plan,
      Path output,
      Log log) {
    this.workspace = workspace;
    this.inputs = inputs;
    this.runs = runs;
    this.plan = plan;
    this.output = output;
    this.log = log;
  }

  /** Reads and checks all inputs before any Spark starts. */
  static SimulateStep prepare(Workspace workspace, SimulateOptions options, Log log) {
    List<RunDirectory> all = new RunStore(workspace.root()).listRuns();
    LocalDate until = options.until().orElseGet(() -> newestDay(workspace, all));
    List<RunDirectory> runs = all.stream().filter(run -> !run.until().isAfter(until)).toList();
    var plan =
        new SimulationPlan(
            workspace.tileStore(),
            until,
            options.config(),
            new PoolsInForce(workspace.state(), runs).upTo(until),
            workspace.models().toString(),
            options.replicates(),
            options.looks());
    var step =
        new SimulateStep(
            workspace,
            WorkspaceInputs.load(
                workspace, new SceneFolder(workspace.scenes()).load(), options.sites(), until, log),
            runs,
            plan,
            options.output(workspace, until),
            log);
    if (!options.force()) {
      step.refuseToReplace();
    }
    log.info(
        "simulation: planted into the newest looks up to %s; %d sites, %d of each kind and size"
            .formatted(until, step.inputs.sites().size(), plan.replicates()));
    return step;
  }

  private static LocalDate newestDay(Workspace workspace, List<RunDirectory> runs) {
    return runs.stream()
        .map(RunDirectory::until)
        .max(LocalDate::compareTo)
        .or(
            () ->
                new SceneFolder(workspace.scenes())
                    .load().scenes().stream().map(Scene::date).max(LocalDate::compareTo))
        .orElseThrow(
            () ->
                SharedOptions.usage(
                    "no scene is registered; run 'sitewatch ingest add' first, then 'sitewatch"
                        + " ingest'"));
  }

  private void refuseToReplace() {
    for (Site site : inputs.sites()) {
      if (Files.exists(file(site.id()))) {
        throw SharedOptions.usage(
            file(site.id()) + " is there already; pass --force to simulate again");
      }
    }
  }

  Path output() {
    return output;
  }

  List<Site> sites() {
    return inputs.sites();
  }

  /** Whether some entries of the registry cannot be served. */
  boolean hasUnusable() {
    return !inputs.unusable().isEmpty();
  }

  /** Simulates and writes; in the order of the registry. */
  List<SiteFloors> run(JobSession session) {
    Map<String, List<SiteView>> views =
        inputs.views().stream().collect(Collectors.groupingBy(view -> view.site().id()));
    Function<Site, StatesOfRuns> earlier = EarlierStates.of(workspace, runs, runs.size());
    List<DetectTask> tasks =
        inputs.sites().stream()
            .map(
                site ->
                    new DetectTask(
                        site, views.getOrDefault(site.id(), List.of()), earlier.apply(site)))
            .toList();
    List<SiteFloors> sites =
        SimulationJob.run(
            session.runner(inputs.looks()),
            tasks,
            inputs.catalog(),
            plan,
            new Progress("simulate", "sites", log)::update);
    sites.forEach(this::write);
    if (output.equals(workspace.floors().of(plan.until()))) {
      log.info(
          "simulation: runs that end on %s or later tell of it; one that is there, by --force"
              .formatted(plan.until()));
    }
    return sites;
  }

  /** The text of a site's file. */
  String text(SiteFloors site) {
    return SimulationJson.write(new KeptFloors(site, settings()));
  }

  private void write(SiteFloors site) {
    try {
      Files.createDirectories(output);
      WholeFile.write(file(site.siteId()), beside -> Files.writeString(beside, text(site)));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          file(site.siteId()) + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private Path file(String siteId) {
    return output.resolve(SiteStates.fileName(siteId));
  }

  private SortedMap<String, String> settings() {
    DetectConfig config = plan.config();
    var settings = new TreeMap<String, String>();
    settings.put(
        "alert_budget_per_site_year", FixedDecimals.of(config.alertBudgetPerSiteYear(), 6));
    settings.put("grow_evidence", FixedDecimals.of(config.growEvidence(), 6));
    settings.put("looks", Integer.toString(plan.looks()));
    settings.put("mask_dilation_m", FixedDecimals.of(config.maskDilation_m(), 3));
    settings.put("min_pixels", Integer.toString(config.minPixels()));
    settings.put("object_model_sha256", ObjectModelFile.shippedSha256());
    settings.put("replicates", Integer.toString(plan.replicates()));
    settings.put("seed_evidence", FixedDecimals.of(config.seedEvidence(), 6));
    settings.put("software", Version.text());
    settings.put("until", plan.until().toString());
    return settings;
  }
}
