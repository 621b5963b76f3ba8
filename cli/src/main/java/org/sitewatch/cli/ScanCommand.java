package org.sitewatch.cli;

import java.util.concurrent.Callable;
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
  @Mixin private DryRunOption dryRun;
  @Mixin private SparkOptions spark;
  @Mixin private DetectOptions detect;
  @Mixin private SiteOptions sites;
  @Mixin private RunOptions run;

  @Option(
      names = "--change-rasters",
      description = "Also write change/SITE.tif, the evidence of the newest judged look.")
  private boolean changeRasters;

  @Option(names = "--force", description = "Replace the run if it exists with other inputs.")
  private boolean force;

  @Option(names = "--exit-on-alerts", description = "Exit with 10 if there is a new disturbance.")
  private boolean exitOnAlerts;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    Log log = shared.log();
    return WorkspaceLock.during(
        workspace,
        "scan",
        () -> {
          var runs = new RunStore(workspace.root());
          runs.recover();
          var step = DetectStep.prepare(workspace, runs, run, sites, detect.config(), log);
          if (dryRun.isOn()) {
            PlanCommand.tell(PlanCommand.plan(workspace, step.inputs()), shared);
            return ExitCode.DONE.code();
          }
          boolean unread;
          try (var session = new SparkSession(spark.master())) {
            unread = !new IngestStep(workspace, log).run(session, step.inputs()).isWhole();
            step.run(session, changeRasters);
          }
          var report = new ReportStep(workspace, runs, log).run(step.choice().id(), force);
          shared.print(shared.json() ? report.toJson() : report.directory().toString());
          return report.exitCode(unread, exitOnAlerts).code();
        });
  }
}
