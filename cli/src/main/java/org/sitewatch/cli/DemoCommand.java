package org.sitewatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sitewatch.cli.demo.DemoScore;
import org.sitewatch.cli.demo.DemoSummary;
import org.sitewatch.cli.demo.DemoWorld;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sitewatch demo}: simulated scenes with known truth, scanned week by week. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Makes simulated Sentinel-2-like scenes with known disturbances, scans them week by week with",
      "the commands a user would type, and compares the reports with what was planted."
    },
    footer = {"", "Example: sitewatch demo"})
final class DemoCommand implements Callable<Integer> {
  private static final String MARKER = ".sitewatch-demo";

  @Spec private CommandSpec command;
  @Mixin private SparkOptions spark;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "sitewatch-demo",
      description = "Folder to make; replaced only if a demo made it (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() {
    Path truth = folder.resolve("truth.geojson");
    Path workspace = folder.resolve("workspace");
    clear();
    err().println("demo: writing simulated scenes to " + folder.resolve("imagery"));
    DemoSummary world = DemoWorld.standard().write(folder.resolve("imagery"), truth, pass -> {});
    err()
        .println(
            "demo: %d sites, %d dates from %s to %s"
                .formatted(
                    world.sites(),
                    world.dates().size(),
                    world.dates().get(0),
                    world.dates().get(world.dates().size() - 1)));
    type("init", workspace);
    type("sites", "import", world.registry(), "--workspace", workspace);
    type("ingest", "add", world.items(), "--workspace", workspace);
    for (String week : world.weeks()) {
      type(
          "scan",
          "--workspace",
          workspace,
          "--week",
          week,
          "--master",
          spark.master(),
          "--change-rasters");
    }
    List<Path> reports = reports(workspace);
    PrintWriter out = command.commandLine().getOut();
    DemoScore.lines(reports, truth).forEach(out::println);
    out.println("report:       " + reports.get(reports.size() - 1));
    return ExitCode.DONE.code();
  }

  /** Runs a command as if it had been typed; the demo ends where it fails. */
  private void type(Object... words) {
    var arguments = Stream.of(words).map(Object::toString).toList();
    err().println("$ sitewatch " + String.join(" ", arguments));
    int code = Main.execute(arguments.toArray(String[]::new));
    if (code != ExitCode.DONE.code() && code != ExitCode.PARTIAL.code()) {
      throw new UserException(
          ExitCode.FAILED,
          "the demo stopped: 'sitewatch " + arguments.get(0) + "' ended with " + code);
    }
  }

  private List<Path> reports(Path workspace) {
    var reports = new ArrayList<Path>();
    try (Stream<Path> runs = Files.list(workspace.resolve("runs"))) {
      runs.sorted().forEach(run -> reports.add(run.resolve("disturbances.geojson")));
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, workspace + " has no runs: " + unreadable.getMessage(), unreadable);
    }
    return reports;
  }

  private void clear() {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw SharedOptions.usage(folder + " is not a folder; give another name");
    }
    try {
      if (Files.exists(folder)) {
        boolean isDemo = Files.exists(folder.resolve(MARKER));
        try (Stream<Path> all = Files.walk(folder)) {
          List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
          if (!isDemo && paths.size() > 1) {
            throw SharedOptions.usage(
                folder + " was not made by a demo; give another folder or remove it yourself");
          }
          for (Path path : paths) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(folder);
      Files.createFile(folder.resolve(MARKER));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private PrintWriter err() {
    return command.commandLine().getErr();
  }
}
