package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sitewatch.cli.demo.DemoScore;
import org.sitewatch.cli.demo.DemoSummary;
import org.sitewatch.cli.demo.DemoWorld;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sitewatch demo}: simulated scenes with known truth, scanned week by week. */
@Command(
    name = "demo",
    description = {
      "Makes simulated Sentinel-2-like scenes with known disturbances, scans them week by week with",
      "the commands a user would type, and compares the reports with what was planted."
    },
    footer = {"", "Example: sitewatch demo"})
final class DemoCommand implements Callable<Integer> {
  private static final String MARKER = ".sitewatch-demo";

  @Mixin private OutputOptions output;
  @Mixin private DryRunOption dryRun;
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
    checkFolder();
    Log log = output.log();
    log.info("demo: writing simulated scenes to " + folder.resolve("imagery"));
    if (dryRun.isOn()) {
      tell(Optional.empty(), List.of());
      return ExitCode.DONE.code();
    }
    clear();
    DemoSummary world = DemoWorld.standard().write(folder.resolve("imagery"), truth, pass -> {});
    log.info(
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
      var words = new ArrayList<Object>(List.of("scan", "--workspace", workspace, "--week", week));
      words.addAll(List.of("--threads", spark.threads(), "--change-rasters"));
      spark.master().ifPresent(master -> words.addAll(List.of("--master", master)));
      type(words.toArray());
    }
    List<Path> reports = reports(workspace);
    tell(Optional.of(reports.get(reports.size() - 1)), DemoScore.lines(reports, truth));
    return ExitCode.DONE.code();
  }

  private void tell(Optional<Path> report, List<String> score) {
    if (!output.json()) {
      score.forEach(output::print);
      report.ifPresentOrElse(
          file -> output.print("report:       " + file), () -> output.print(folder.toString()));
      return;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("folder", folder.toString());
    json.put("dry_run", dryRun.isOn());
    report.ifPresentOrElse(
        file -> json.put("report", file.toString()), () -> json.putNull("report"));
    var lines = json.putArray("score");
    score.forEach(lines::add);
    output.print(json.toString());
  }

  /**
   * Runs a command as if it had been typed; the demo ends where it fails. What it prints is not the
   * demo's product, so it goes to stderr.
   */
  private void type(Object... words) {
    var arguments = Stream.of(words).map(Object::toString).toList();
    output.log().info("$ sitewatch " + String.join(" ", arguments));
    PrintStream stdout = System.out;
    int code;
    try {
      System.setOut(output.quiet() ? new PrintStream(OutputStream.nullOutputStream()) : System.err);
      code =
          Main.execute(
              Stream.concat(arguments.stream(), output.words().stream()).toArray(String[]::new));
    } finally {
      System.setOut(stdout);
    }
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

  private void checkFolder() {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw SharedOptions.usage(folder + " is not a folder; give another name");
    }
    if (!Files.exists(folder) || Files.exists(folder.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw SharedOptions.usage(
            folder + " was not made by a demo; give another folder or remove it yourself");
      }
    } catch (IOException unreadable) {
      throw unwritable(unreadable);
    }
  }

  private void clear() {
    try {
      FileTree.delete(folder);
      Files.createDirectories(folder);
      Files.createFile(folder.resolve(MARKER));
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private UserException unwritable(IOException cause) {
    return new UserException(
        ExitCode.UNAVAILABLE, folder + ": cannot be written: " + cause.getMessage(), cause);
  }
}
