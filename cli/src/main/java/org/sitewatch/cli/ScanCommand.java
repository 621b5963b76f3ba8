package org.sitewatch.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.detect.job.PixelWork;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch scan}: ingest, detect and report for one period, nothing else. */
@Command(
    name = "scan",
    description =
        "Judges a period: cuts tiles, finds what changed, writes runs/RUN and prints its path.",
    footer = {"", "Example: sitewatch scan --workspace orkhon --week 2024-W40"})
final class ScanCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private JudgingOptions judging;
  @Mixin private OnFinish onFinish;

  @Option(names = "--exit-on-alerts", description = "Exit with 10 if there is a new disturbance.")
  private boolean exitOnAlerts;

  /** Empty unless this command has committed a run. */
  private Optional<RunOutcome> committed = Optional.empty();

  /** What is started after the run finds the workspace free. */
  @Override
  public Integer call() {
    onFinish.check();
    Workspace workspace = shared.workspace();
    ExitCode exit = WorkspaceLock.during(workspace, "scan", () -> scan(workspace, shared.log()));
    committed.ifPresent(outcome -> onFinish.tell(outcome, exit, shared.log()));
    return exit.code();
  }

  /**
   * Damaged tiles are cut again as long as their scenes can be read, and all is judged anew. One
   * that cannot be read is not damaged and stays unread.
   */
  private boolean isMended(
      Workspace workspace, DetectStep step, JobSession session, Stages stages) {
    step.setAside().forEach(shared.log()::warn);
    stages.next("ingest");
    IngestPlan again = PlanCommand.plan(workspace, step.inputs());
    CutResult cut = new IngestStep(workspace, shared.log()).run(session, again);
    stages.decoded(again, cut);
    stages.next("detect");
    step.run(session, stages, PixelWork.OF_TILES);
    return cut.isWhole() && step.setAside().isEmpty();
  }

  private ExitCode scan(Workspace workspace, Log log) {
    var stages = Stages.from("plan");
    var runs = new RunStore(workspace.root());
    if (!judging.isDryRun()) {
      runs.recover();
    }
    var step = DetectStep.prepare(workspace, runs, judging, log);
    IngestPlan plan = PlanCommand.plan(workspace, step.inputs());
    var standing = StandingRun.of(runs, step, plan, workspace.tileStore(), judging.force());
    if (judging.isDryRun()) {
      PlanCommand.tell(plan, shared);
      return ExitCode.DONE;
    }
    boolean unread;
    try (var session = judging.session(log)) {
      stages.next("ingest");
      CutResult cut = new IngestStep(workspace, log).run(session, plan);
      stages.decoded(plan, cut);
      unread = !cut.isWhole();
      stages.next("detect");
      Optional<RunDirectory> unchanged = standing.find();
      if (unchanged.isPresent()) {
        ExitCode stands = StandingRun.tell(unchanged.get(), shared);
        return unread || step.hasUnusable() ? ExitCode.PARTIAL : stands;
      }
      step.run(session, stages, PixelWork.OF_TILES);
      if (!step.setAside().isEmpty()) {
        unread |= !isMended(workspace, step, session, stages);
      }
    }
    var report =
        new ReportStep(workspace, runs, log, stages)
            .run(step.inputs()::registry, step.choice().id(), judging.force(), false);
    stages.tell(log);
    String directory = report.directory().toString();
    shared.print(shared.json() ? stages.putInto(report.toJson()) : directory);
    committed = Optional.of(report);
    return report.exitCode(unread, exitOnAlerts);
  }
}
