package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    description = "Ranks and commits what 'detect' found: writes runs/RUN and prints its path.",
    footer = {"", "Example: sitewatch report --workspace orkhon --run 2024-W40"})
final class ReportCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "The run to commit (default: the only one in work/).")
  private String run;

  @Option(names = "--force", description = "Replace the run if it exists with other inputs.")
  private boolean force;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(
        workspace,
        "report",
        () -> {
          var runs = new RunStore(workspace.root());
          String id = run == null ? onlyRun(workspace) : run;
          if (runs.findRun(id).isPresent() && !Files.exists(workspace.work(id))) {
            return standing(runs, id);
          }
          RunOutcome outcome = new ReportStep(workspace, runs, shared.log()).run(id, force);
          shared.print(shared.json() ? outcome.toJson() : outcome.directory().toString());
          return outcome.exitCode(false, false).code();
        });
  }

  /** A run that was committed before: its bytes are checked and left untouched. */
  private int standing(RunStore runs, String id) {
    RunVerification verification = runs.verify(id);
    if (!verification.holds()) {
      throw new UserException(ExitCode.INTEGRITY, verification.difference().orElseThrow());
    }
    shared.print(runs.getRun(id).path().toString());
    return ExitCode.DONE.code();
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
