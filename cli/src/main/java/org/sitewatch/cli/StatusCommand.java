package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.Counted;
import org.sitewatch.report.compare.NotLookedAt;
import org.sitewatch.report.compare.OpenWork;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code sitewatch status}: the last run, what is to be done, and what nobody has seen for long.
 */
@Command(
    name = "status",
    description = {
      "Tells the last complete run, what it could not look at and what it leaves to be done, which",
      "verdicts are awaited, and the sites not seen clear for some days."
    },
    footer = {"", "Example: sitewatch status --workspace orkhon --unseen-days 14"})
final class StatusCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--unseen-days",
      paramLabel = "N",
      defaultValue = "21",
      description = "List sites not seen clear for N days (default: ${DEFAULT-VALUE}).")
  private int unseenDays;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    var store = new RunStore(workspace.root());
    var runs = store.listRuns();
    Optional<RunDirectory> last =
        runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    if (last.isEmpty() && shared.json()) {
      ObjectNode none = JsonNodeFactory.instance.objectNode().put("runs", 0).putNull("last");
      none.putNull("until").putArray("unseen");
      shared.print(none.toString());
      return ExitCode.DONE.code();
    }
    if (last.isEmpty()) {
      shared.print(
          Files.exists(workspace.registry())
              ? "no run yet; 'sitewatch scan' makes the first"
              : "no sites yet; 'sitewatch sites import FILE' is the first step");
      return ExitCode.DONE.code();
    }
    RunDirectory run = last.get();
    if (shared.json()) {
      shared.print(json(run, runs.size()));
      return ExitCode.DONE.code();
    }
    shared.print(
        Counted.of(runs.size(), "run")
            + ", the last is "
            + run.id()
            + " (looks up to "
            + run.until()
            + ")");
    shared.print(words(OpenWork.of(disturbances(run))));
    var failed = NotLookedAt.of(run);
    if (failed.isAny()) {
      shared.print("run " + run.id() + " " + failed.brief());
      failed.reasons().forEach(shared::print);
    }
    if (failed.earlierLooks() > 0) {
      shared.print(
          "run %s left looks of the history out, counted at each site: %d; the notes in its %s say why"
              .formatted(run.id(), failed.earlierLooks(), RunFiles.COVERAGE));
    }
    store
        .listStale()
        .forEach(
            stale ->
                shared.print(
                    "run "
                        + stale.id()
                        + " is stale: the run before it was replaced; scan it again"));
    for (JsonNode site : unseen(run)) {
      JsonNode days = site.path("days_since_clear");
      String since = days.isNull() ? "never seen clear" : "not seen clear for " + days + " days";
      shared.print(
          site.path("site_id").asText() + ": " + since + ". " + site.path("why_not").asText(""));
    }
    return ExitCode.DONE.code();
  }

  private static List<JsonNode> disturbances(RunDirectory run) {
    return ReportedFeatures.of(run.path().resolve(RunFiles.DISTURBANCES));
  }

  private static String words(OpenWork work) {
    return "disturbances: %d new, %d open, of these %d confirmed, %d verified; verdicts: %d awaited, %d not reachable"
        .formatted(
            work.fresh(),
            work.open(),
            work.confirmed(),
            work.verified(),
            work.awaiting(),
            work.unreached());
  }

  private List<JsonNode> unseen(RunDirectory run) {
    return ReportedFeatures.of(run.path().resolve(RunFiles.COVERAGE)).stream()
        .filter(
            site ->
                site.path("days_since_clear").isNull()
                    || site.path("days_since_clear").asInt() >= unseenDays)
        .toList();
  }

  private String json(RunDirectory run, int runs) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("runs", runs).put("last", run.id()).put("until", run.until().toString());
    OpenWork work = OpenWork.of(disturbances(run));
    status.put("new", work.fresh()).put("open", work.open()).put("confirmed", work.confirmed());
    status.put("verified", work.verified()).put("verdicts_awaited", work.awaiting());
    status.put("not_reachable", work.unreached());
    var failed = NotLookedAt.of(run);
    status.put("sites_failed", failed.sites()).put("looks_failed", failed.looks());
    status.put("earlier_looks_left_out", failed.earlierLooks());
    var sites = status.putArray("unseen");
    for (JsonNode site : unseen(run)) {
      ObjectNode entry = sites.addObject();
      for (String name : List.of("site_id", "days_since_clear", "state", "why_not")) {
        entry.set(name, site.path(name));
      }
    }
    return status.toString();
  }
}
