package org.sitewatch.cli;

import java.util.concurrent.Callable;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch detect}: judges tiles that are cut already; writes work/RUN only. */
@Command(
    name = "detect",
    description = "Judges a period from the tiles that are there; writes work/RUN for 'report'.",
    footer = {"", "Example: sitewatch detect --workspace orkhon --week 2024-W40"})
final class DetectCommand implements Callable<Integer> {
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

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(
        workspace,
        "detect",
        () -> {
          var runs = new RunStore(workspace.root());
          runs.recover();
          var step = DetectStep.prepare(workspace, runs, run, sites, detect.config(), shared.log());
          if (dryRun.isOn()) {
            shared.print(workspace.work(step.choice().id()).toString());
            return ExitCode.DONE.code();
          }
          boolean whole;
          try (var session = new SparkSession(spark.master())) {
            whole = step.run(session, changeRasters);
          }
          shared.print(workspace.work(step.choice().id()).toString());
          return (whole ? ExitCode.DONE : ExitCode.PARTIAL).code();
        });
  }
}
