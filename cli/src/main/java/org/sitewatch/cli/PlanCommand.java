package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.PlanCost;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.Counted;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch plan}: what a scan would read; writes nothing. */
@Command(
    name = "plan",
    description = "Tells what a scan would read: scenes, tiles, blocks, megabytes. Writes nothing.",
    footer = {"", "Example: sitewatch plan --workspace orkhon"})
final class PlanCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private SiteOptions sites;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Last UTC day of the scenes (default: all).")
  private LocalDate until = LocalDate.MAX;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    WorkspaceInputs inputs =
        WorkspaceInputs.load(
            workspace, new SceneFolder(workspace.scenes()).load(), sites, until, shared.log());
    tell(plan(workspace, inputs), shared);
    return ExitCode.DONE.code();
  }

  /** What the tile store lacks. */
  static IngestPlan plan(Workspace workspace, WorkspaceInputs inputs) {
    return IngestPlan.of(inputs.views(), inputs.catalog(), workspace.tileStore());
  }

  /** Prints a plan; the form {@code --dry-run} has too. */
  static void tell(IngestPlan plan, SharedOptions shared) {
    PlanCost cost = PlanCost.of(plan);
    long sites = plan.views().stream().map(view -> view.site().id()).distinct().count();
    long scenes =
        plan.views().stream().flatMap(view -> view.sceneIds().stream()).distinct().count();
    if (shared.json()) {
      shared.print(
          ("{\"sites\":%d,\"scenes\":%d,\"tiles_to_cut\":%d,\"tiles_present\":%d,\"blocks\":%d,"
                  + "\"decoded_bytes\":%d,\"needed_bytes\":%d,\"fetched_bytes\":%d,\"requests\":%d,"
                  + "\"padding_m\":%d}")
              .formatted(
                  sites,
                  scenes,
                  cost.tiles(),
                  plan.present(),
                  cost.blocks(),
                  cost.decodedBytes(),
                  cost.neededBytes(),
                  cost.fetchedBytes(),
                  cost.requests(),
                  (int) Tile.PADDING_M));
      return;
    }
    shared.print(
        Counted.of(sites, "site")
            + " that a scene meets, padded by "
            + (int) Tile.PADDING_M
            + " m");
    shared.print(Counted.of(scenes, "scene"));
    shared.print(
        Counted.of(cost.tiles(), "tile") + " to cut, " + plan.present() + " there already");
    shared.print(
        "%d internal blocks to decode: %.1f MB, of which %.1f MB are needed"
            .formatted(cost.blocks(), cost.decodedBytes() / 1e6, cost.neededBytes() / 1e6));
    if (cost.requests() > 0) {
      shared.print(
          "about %.1f MB to fetch in %d requests"
              .formatted(cost.fetchedBytes() / 1e6, cost.requests()));
    }
  }
}
