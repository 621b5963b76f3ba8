package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.compare.NotLookedAt;
import org.sitewatch.report.floor.FloorShelf;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.SceneInput;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;

/**
 * Whether the run a command would make is there already, asked before anything is judged: first of
 * what is known without a pixel, then of the stored tiles.
 */
final class StandingRun {
  private final RunStore runs;
  private final DetectStep step;
  private final boolean force;
  private final boolean mayStand;

  private StandingRun(RunStore runs, DetectStep step, boolean force, boolean mayStand) {
    this.runs = runs;
    this.step = step;
    this.force = force;
    this.mayStand = mayStand;
  }

  /**
   * Compares period, program, settings, registry and registered scenes with those of the run.
   *
   * @param plan what the tile store lacks
   * @throws org.sitewatch.sites.UserException with {@link org.sitewatch.sites.ExitCode#USAGE} if
   *     the run was made from others and is not to be replaced
   */
  static StandingRun of(
      RunStore runs, DetectStep step, IngestPlan plan, TileStore store, boolean force) {
    boolean mayStand =
        runs.findRun(step.choice().id())
            .flatMap(
                run ->
                    runs.findUnchanged(knownNow(run.manifest().inputs(), step, plan, store), force))
            .isPresent();
    return new StandingRun(runs, step, force, mayStand);
  }

  /**
   * The run, if what the tile store holds now is what it was made from.
   *
   * @throws org.sitewatch.sites.UserException as {@link #of}
   */
  Optional<RunDirectory> find() {
    return mayStand ? runs.findUnchanged(step.manifestInputs(), force) : Optional.empty();
  }

  /**
   * Prints where the run lies, and what it could not look at: what a command says that found
   * nothing to do.
   *
   * @return how the run ended when it was made, but for its alerts
   */
  static ExitCode tell(RunDirectory run, SharedOptions shared) {
    var failed = NotLookedAt.of(run);
    shared.log().info("run " + run.id() + " was made from the same inputs; nothing is written");
    if (failed.isAny()) {
      shared.log().info("run " + run.id() + " " + failed.brief());
      failed.reasons().forEach(shared.log()::info);
    }
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("run", run.path().toString()).put("run_id", run.id());
      json.put("since", run.head().run().period().since().toString());
      json.put("until", run.until().toString()).put("unchanged", true);
      json.putObject("sites").put("failed", failed.sites());
      json.putObject("looks").put("failed", failed.looks());
      shared.print(json.toString());
    } else {
      shared.print(run.path().toString());
    }
    return failed.isAny() ? ExitCode.PARTIAL : ExitCode.DONE;
  }

  /** The run's inputs with all that can be known now without reading pixels. */
  private static RunInputs knownNow(
      RunInputs then, DetectStep step, IngestPlan plan, TileStore store) {
    WorkFolder.Header now = step.header();
    var scenes = new ArrayList<>(then.scenes());
    plan.tasks().stream()
        .filter(task -> then.scenes().stream().noneMatch(s -> s.id().equals(task.sceneId())))
        .filter(task -> task.cuts().stream().allMatch(cut -> isUntried(cut, store)))
        .map(IngestPlan.CutTask::sceneId)
        .distinct()
        .forEach(id -> scenes.add(new SceneInput(id, "", Sha256.of(NO_PIXELS), "", "", "")));
    return new RunInputs(
        new RunInfo(now.runId(), now.period(), Version.text()),
        now.settings(),
        now.registryVersion(),
        FloorShelf.hashes(step.floors()),
        step.reviews(),
        scenes,
        then.sites());
  }

  private static final byte[] NO_PIXELS = "not cut yet".getBytes(StandardCharsets.UTF_8);

  /** A window that was tried and failed before belongs to what the run was made from. */
  private static boolean isUntried(IngestPlan.Cut cut, TileStore store) {
    return store.failureReason(cut.key()).isEmpty();
  }
}
