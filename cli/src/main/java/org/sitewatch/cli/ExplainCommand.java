package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.detect.score.Calibration;
import org.sitewatch.detect.score.ObjectModel;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.report.explain.Explanation;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch explain}: one disturbance in full. */
@Command(
    name = "explain",
    description = {
      "Tells why one disturbance stands where it stands: what pushed its confidence up and down,",
      "why it is not higher, the parts of its rank, its measures and looks."
    },
    footer = {
      "",
      "Example: sitewatch explain demo-07-20241003-a --workspace sitewatch-demo/workspace"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "ID", description = "Id of the disturbance.")
  private String id;

  @Option(names = "--run", paramLabel = "RUN", description = "Run (default: the newest with it).")
  private String run;

  @Override
  public Integer call() {
    var store = new RunStore(shared.workspace().root());
    List<RunDirectory> runs =
        new ArrayList<>(run == null ? store.listRuns() : List.of(store.getRun(run)));
    Collections.reverse(runs);
    for (RunDirectory candidate : runs) {
      Optional<JsonNode> found =
          ReportedFeatures.find(candidate.path().resolve(RunFiles.DISTURBANCES), "id", id);
      if (found.isPresent()) {
        tell(candidate, found.get());
        return ExitCode.DONE.code();
      }
    }
    throw SharedOptions.usage(
        runs.isEmpty() ? "no run yet" : "no disturbance '" + id + "' in " + runs.size() + " runs");
  }

  private void tell(RunDirectory where, JsonNode disturbance) {
    if (shared.json()) {
      shared.print(disturbance.toString());
      return;
    }
    Optional<JsonNode> site =
        ReportedFeatures.find(
            where.path().resolve(RunFiles.COVERAGE),
            "site_id",
            disturbance.path("site_id").asText());
    Explanation.of(disturbance, site, calibration(where)).lines().forEach(shared::print);
  }

  /** Of the object model that judged the run, if it is the one of this program. */
  private static Optional<Calibration> calibration(RunDirectory run) {
    String then = run.manifest().inputs().settings().getOrDefault("object_model_sha256", "");
    return then.equals(ObjectModelFile.shippedSha256())
        ? ObjectModelFile.shipped().map(ObjectModel::calibration)
        : Optional.empty();
  }
}
