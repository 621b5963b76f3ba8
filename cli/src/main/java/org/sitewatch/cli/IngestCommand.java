package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch ingest}: cuts the registered scenes into tiles. */
@Command(
    name = "ingest",
    description =
        "Cuts every site's window out of the registered scenes, once; writes tiles/ only.",
    subcommands = {IngestAddCommand.class, IngestSearchCommand.class},
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
          WorkspaceInputs inputs =
              WorkspaceInputs.load(
                  workspace,
                  new SceneFolder(workspace.scenes()).load(),
                  sites,
                  until,
                  shared.log());
          IngestPlan plan = PlanCommand.plan(workspace, inputs);
          if (dryRun.isOn()) {
            PlanCommand.tell(plan, shared);
            return ExitCode.DONE.code();
          }
          try (var session = spark.session(shared.log())) {
            CutResult result = new IngestStep(workspace, shared.log()).run(session, plan);
            if (shared.json()) {
              shared.print(json(plan, result));
            }
            return (result.isWhole() ? ExitCode.DONE : ExitCode.PARTIAL).code();
          }
        });
  }

  private static String json(IngestPlan plan, CutResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("scene_parts_read", plan.tasks().size()).put("tiles_cut", result.tiles());
    json.put("tiles_present", plan.present()).put("tiles_failed", result.failures().size());
    json.put("decoded_bytes", result.decodedBytes()).put("needed_bytes", result.neededBytes());
    ArrayNode failures = json.putArray("failures");
    result.reasons().forEach(failures::add);
    return json.toString();
  }
}
