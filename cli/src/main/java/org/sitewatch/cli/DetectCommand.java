package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.detect.job.PixelWork;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sitewatch detect}: judges tiles that are cut already; writes work/RUN only. */
@Command(
    name = "detect",
    description = "Judges a period from the tiles that are there; writes work/RUN for 'report'.",
    footer = {"", "Example: sitewatch detect --workspace orkhon --week 2024-W40"})
final class DetectCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private JudgingOptions judging;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(workspace, "detect", () -> detect(workspace));
  }

  private int detect(Workspace workspace) {
    var runs = new RunStore(workspace.root());
    if (!judging.isDryRun()) {
      runs.recover();
    }
    var step = DetectStep.prepare(workspace, runs, judging, shared.log());
    IngestPlan plan = PlanCommand.plan(workspace, step.inputs());
    Optional<RunDirectory> unchanged =
        StandingRun.of(runs, step, plan, workspace.tileStore(), judging.force()).find();
    if (unchanged.isPresent()) {
      ExitCode stands = StandingRun.tell(unchanged.get(), shared);
      return (step.hasUnusable() ? ExitCode.PARTIAL : stands).code();
    }
    boolean whole = true;
    if (!judging.isDryRun()) {
      try (var session = judging.session(shared.log())) {
        whole = step.run(session, Stages.from("detect"), PixelWork.OF_TILES);
        step.setAside().forEach(shared.log()::warn);
      }
    }
    String work = workspace.work(step.choice().id()).toString();
    shared.print(shared.json() ? json(work, step.choice(), whole) : work);
    return (whole ? ExitCode.DONE : ExitCode.PARTIAL).code();
  }

  private String json(String work, RunOptions.Choice choice, boolean whole) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("work", work)
        .put("run_id", choice.id())
        .put("since", choice.period().since().toString())
        .put("until", choice.period().until().toString())
        .put("whole", whole)
        .put("dry_run", judging.isDryRun())
        .toString();
  }
}
