package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sitewatch.report.Counted;
import org.sitewatch.report.render.RunRendering;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.RunVerification;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch report}: turns work/RUN into runs/RUN and state/RUN. */
@Command(
    name = "report",
    description = {
      "Ranks and commits what 'detect' found: writes runs/RUN and prints its path.",
      "With --output, puts a committed run into other forms."
    },
    footer = {"", "Example: sitewatch report --workspace orkhon --run 2024-W40"})
final class ReportCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private RenderOptions render;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "The run (default: the only one in work/, with --output the newest).")
  private String run;

  @Option(names = "--force", description = "Replace what exists and is not the same.")
  private boolean force;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    var runs = new RunStore(workspace.root());
    if (render.isAsked()) {
      render(runs, render.folder(workspace));
      return ExitCode.DONE.code();
    }
    return WorkspaceLock.during(workspace, "report", () -> commit(workspace, runs));
  }

  private int commit(Workspace workspace, RunStore runs) {
    String id = run == null ? onlyRun(workspace) : run;
    if (runs.findRun(id).isPresent() && !Files.exists(workspace.work(id))) {
      return StandingRun.tell(whole(runs, runs.getRun(id)), shared).code();
    }
    RunOutcome outcome =
        new ReportStep(workspace, runs, shared.log(), Stages.from("report"))
            .run(() -> WorkspaceInputs.registry(workspace), id, force, dryRun.isOn());
    shared.print(shared.json() ? outcome.toJson() : outcome.directory().toString());
    return outcome.exitCode(false, false).code();
  }

  /** Puts a committed run into other forms, outside of it. */
  private void render(RunStore runs, Path folder) {
    RunDirectory from = whole(runs, run == null ? newest(runs) : runs.getRun(run));
    RunRendering rendering = render.of(from);
    rendering.check(folder, force);
    if (!dryRun.isOn()) {
      rendering.writeTo(folder);
    }
    if (rendering.withheldSites() > 0) {
      shared
          .log()
          .info(
              Counted.of(rendering.withheldSites(), "site")
                  + " in no count: too few or too near a corner");
    }
    shared.print(shared.json() ? json(from, rendering, folder) : folder.toString());
  }

  private String json(RunDirectory from, RunRendering rendering, Path folder) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", from.path().toString()).put("run_id", from.id());
    json.put("output", folder.toString()).put("audience", rendering.audience().label());
    ArrayNode files = json.putArray("files");
    rendering.files().keySet().forEach(files::add);
    return json.put("withheld_sites", rendering.withheldSites())
        .put("dry_run", dryRun.isOn())
        .toString();
  }

  private static RunDirectory newest(RunStore runs) {
    return runs.listRuns().stream()
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> SharedOptions.usage("no run yet; 'sitewatch scan' makes the first"));
  }

  /** A run that was committed before, its bytes checked. */
  private static RunDirectory whole(RunStore runs, RunDirectory run) {
    RunVerification verification = runs.verify(run.id());
    if (!verification.holds()) {
      throw new UserException(ExitCode.INTEGRITY, verification.difference().orElseThrow());
    }
    return run;
  }

  private static String onlyRun(Workspace workspace) {
    Path work = workspace.root().resolve("work");
    List<String> names = List.of();
    if (Files.isDirectory(work)) {
      try (Stream<Path> folders = Files.list(work)) {
        names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
      } catch (IOException unreadable) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            work + ": cannot be read: " + unreadable.getMessage(),
            unreadable);
      }
    }
    if (names.size() != 1) {
      throw SharedOptions.usage(
          names.isEmpty()
              ? "nothing to report: run 'sitewatch detect' first"
              : "several runs wait in work/: " + names + "; name one with --run");
    }
    return names.get(0);
  }
}
