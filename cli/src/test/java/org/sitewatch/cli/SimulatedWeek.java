package org.sitewatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.sitewatch.detect.SimulatedAlerts;
import org.sitewatch.detect.job.SimulatedPixels;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.PlanCost;
import org.sitewatch.ingest.Scene;
import org.sitewatch.report.run.RunStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A scan of one period as {@link ScanCommand} does it, with pixels stubbed: tiles of earlier scenes
 * are said to be stored, those of the period are planned and not cut, and what looks show is drawn
 * by lot. All else is the program. For {@code scripts/simulate-scale}.
 */
@Command(name = "simulated-week")
final class SimulatedWeek implements Runnable {
  @Mixin private JudgingOptions judging;

  @Option(names = "--workspace", required = true)
  private Path folder;

  @Option(names = "--alerts-per-thousand", defaultValue = "5")
  private double alertsPerThousand;

  private RunOutcome outcome;
  private IngestPlan plan;

  public static void main(String[] args) {
    System.exit(new CommandLine(new SimulatedWeek()).execute(args));
  }

  /** The week that the options name, in memory of the caller. */
  static SimulatedWeek scan(String... args) {
    var week = new SimulatedWeek();
    int code = new CommandLine(week).execute(args);
    if (code != 0) {
      throw new AssertionError("exit code " + code);
    }
    return week;
  }

  RunOutcome outcome() {
    return outcome;
  }

  IngestPlan plan() {
    return plan;
  }

  @Override
  public void run() {
    var log = new Log(new PrintWriter(System.err, true, StandardCharsets.UTF_8), 0);
    Workspace workspace = Workspace.open(folder);
    var stages = Stages.from("plan");
    var runs = new RunStore(workspace.root());
    runs.recover();
    var step = DetectStep.prepare(workspace, runs, judging, log);
    Map<String, Scene> scenes = step.inputs().catalog().byId();
    plan =
        IngestPlan.of(
            step.inputs().views(),
            step.inputs().catalog(),
            (site, grid) -> stored(scenes, step.choice()));
    log.info(
        "plan: %d tiles there, %d to cut in %d parts of scenes, %.1f MB to decode"
            .formatted(
                plan.present(),
                PlanCost.of(plan).tiles(),
                plan.tasks().size(),
                PlanCost.of(plan).decodedBytes() / 1e6));
    StandingRun.of(runs, step, plan, workspace.tileStore(), false);
    stages.next("detect");
    try (var session = judging.session(log)) {
      step.run(session, stages, new SimulatedPixels(new SimulatedAlerts(alertsPerThousand / 1000)));
    }
    outcome = new ReportStep(workspace, runs, log, stages).run(step.choice().id(), false, false);
    stages.tell(log);
  }

  /** Of all scenes before the period. */
  private static Set<String> stored(Map<String, Scene> scenes, RunOptions.Choice run) {
    return new AbstractSet<>() {
      @Override
      public boolean contains(Object name) {
        String file = name.toString();
        Scene scene = scenes.get(file.substring(0, file.indexOf('.')));
        return !scene.date().isAfter(run.period().since());
      }

      @Override
      public Iterator<String> iterator() {
        return Collections.emptyIterator();
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }
}
