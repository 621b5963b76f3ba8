package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch ingest}: cuts the registered scenes into tiles. */
@Command(
    name = "ingest",
    description =
        "Cuts every site's window out of the registered scenes, once; writes tiles/ only.",
    subcommands = IngestAddCommand.class,
    footer = {"", "Example: sitewatch ingest --workspace orkhon --until 2024-10-06"})
final class IngestCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private SparkOptions spark;
  @Mixin private SiteOptions sites;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Last UTC day of the scenes to cut (default: all).")
  private LocalDate until = LocalDate.MAX;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(
        workspace,
        "ingest",
        () -> {
          WorkspaceInputs inputs = WorkspaceInputs.load(workspace, sites, until, shared.log());
          IngestPlan plan = PlanCommand.plan(workspace, inputs);
          if (dryRun.isOn()) {
            PlanCommand.tell(plan, shared);
            return ExitCode.DONE.code();
          }
          try (var session = new SparkSession(spark.master())) {
            boolean whole = new IngestStep(workspace, shared.log()).run(session, plan).isWhole();
            return (whole ? ExitCode.DONE : ExitCode.PARTIAL).code();
          }
        });
  }
}
