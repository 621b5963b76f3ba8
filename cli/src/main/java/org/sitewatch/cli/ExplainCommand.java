package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.RunReport;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.report.run.RunDirectory;
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
    description =
        "Tells all that is known of one disturbance: its looks, measures and parts of its rank.",
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
          ReportedFeatures.find(candidate.path().resolve(RunReport.DISTURBANCES), "id", id);
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
    shared.print(id + " in run " + where.id() + ", rank " + disturbance.path("rank").asText());
    shared.print(disturbance.path("reason").asText());
    shared.print("");
    RankingWeights weights = RankingWeights.DEFAULT;
    shared.print(
        "score = 100 x confidence x status x (%.2f severity + %.2f zone + %.2f significance"
                .formatted(weights.severity(), weights.zone(), weights.significance())
            + " + %.2f recency + %.2f threat)".formatted(weights.recency(), weights.threat()));
    disturbance
        .properties()
        .forEach(field -> shared.print("  " + field.getKey() + ": " + field.getValue().asText()));
    shared.print("");
    shared.print("looks at the site in this run:");
    ReportedFeatures.find(
            where.path().resolve(RunReport.COVERAGE),
            "site_id",
            disturbance.path("site_id").asText())
        .ifPresent(
            site -> {
              for (String look : site.path("looks").asText().split(";")) {
                shared.print("  " + look);
              }
            });
  }
}
