package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sitewatch.detect.job.PixelWork;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine;

/**
 * A run made again from the stored windows, in a scratch workspace, with its own settings, registry
 * version and earlier states and with nothing that was learnt before.
 */
final class Rederivation {
  private final RunDirectory run;
  private final RunInputs then;

  private Rederivation(RunDirectory run) {
    this.run = run;
    then = run.manifest().inputs();
  }

  /** A sentence for the first thing that comes out otherwise; none if all is the same. */
  static List<String> differences(
      Workspace workspace, RunStore runs, RunDirectory run, SharedOptions shared) {
    var rederivation = new Rederivation(run);
    rederivation.checkProgram();
    shared.log().info("making run " + run.id() + " again from its stored windows");
    try (var scratch = ScratchWorkspace.before(run, workspace, runs)) {
      return rederivation.again(scratch.workspace()).stream().toList();
    } catch (UserException broken) {
      if (broken.exitCode() == ExitCode.UNAVAILABLE) {
        throw broken;
      }
      return List.of("run " + run.id() + " cannot be made again: " + broken.getMessage());
    }
  }

  private void checkProgram() {
    String trees = then.settings().getOrDefault("object_model_sha256", "");
    if (!then.run().software().equals(Version.text())
        || !trees.equals(ObjectModelFile.shippedSha256())) {
      throw SharedOptions.usage(
          "run "
              + run.id()
              + " was made by sitewatch "
              + then.run().software()
              + " with the object model "
              + trees
              + ", this is "
              + Version.text()
              + " with "
              + ObjectModelFile.shippedSha256()
              + "; --rederive takes the program that made the run");
    }
  }

  private Optional<String> again(Workspace scratch) {
    var silent = new Log(new PrintWriter(Writer.nullWriter()), -1);
    var store = new RunStore(scratch.root());
    JudgingOptions options = options();
    var step = DetectStep.prepare(scratch, store, options, silent);
    var choice = step.choice();
    if (!choice.id().equals(run.id()) || !choice.period().equals(then.run().period())) {
      throw SharedOptions.usage(
          "its period hung on runs that are not there any more: it would be %s, after %s up to %s"
              .formatted(choice.id(), choice.period().since(), choice.period().until()));
    }
    try (var session = options.session(silent)) {
      step.run(session, Stages.from("detect"), PixelWork.OF_TILES);
    }
    new ReportStep(scratch, store, silent, Stages.from("report"))
        .run(step.inputs()::registry, run.id(), false, false);
    return firstDifference(store.getRun(run.id()));
  }

  /** The options the run was made with; neither environment nor settings file has a say. */
  private JudgingOptions options() {
    var words = new ArrayList<String>();
    for (Map.Entry<String, String> setting : then.settings().entrySet()) {
      if (Settings.isKnown(setting.getKey())) {
        words.add("--" + setting.getKey().replace('_', '-') + "=" + setting.getValue());
      }
    }
    if (Boolean.parseBoolean(then.settings().get("change_rasters"))) {
      words.add("--change-rasters");
    }
    if (run.manifest().files().keySet().stream().anyMatch(file -> file.startsWith("objects/"))) {
      words.add("--object-features");
    }
    words.addAll(period());
    if (run.isOfSomeSites()) {
      words.add(
          "--sites="
              + then.sites().stream().map(SiteDecision::siteId).collect(Collectors.joining(",")));
    }
    var options = new JudgingOptions();
    new CommandLine(options)
        .registerConverter(LocalDate.class, LocalDate::parse)
        .parseArgs(words.toArray(String[]::new));
    return options;
  }

  private List<String> period() {
    String id = run.id().split(RunInfo.OF_SOME_SITES, 2)[0];
    if (id.contains("W")) {
      return List.of("--week=" + id);
    }
    String until = "--until=" + then.run().period().until();
    return id.contains("_")
        ? List.of("--since=" + then.run().period().since(), until)
        : List.of(until);
  }

  /** What was found comes first, then what the next run would go on from, then all forms of it. */
  private Optional<String> firstDifference(RunDirectory again) {
    if (!isSame(RunFiles.DISTURBANCES, again)) {
      return Optional.of(differingFinding(again));
    }
    String made = " is not what the stored windows give when the run is made again: recorded ";
    return differing("state/", run.manifest().state(), again.manifest().state(), made)
        .or(() -> differing("runs/", run.manifest().files(), again.manifest().files(), made));
  }

  private boolean isSame(String file, RunDirectory again) {
    return Optional.ofNullable(run.manifest().files().get(file))
        .equals(Optional.ofNullable(again.manifest().files().get(file)));
  }

  private Optional<String> differing(
      String folder, SortedMap<String, String> then, SortedMap<String, String> now, String made) {
    var files = new TreeSet<>(then.keySet());
    files.addAll(now.keySet());
    return files.stream()
        .filter(file -> !then.getOrDefault(file, "").equals(now.getOrDefault(file, "")))
        .findFirst()
        .map(
            file ->
                folder
                    + run.id()
                    + "/"
                    + file
                    + made
                    + then.getOrDefault(file, "none")
                    + ", made "
                    + now.getOrDefault(file, "none"));
  }

  private String differingFinding(RunDirectory again) {
    List<JsonNode> recorded = ReportedFeatures.of(run.path().resolve(RunFiles.DISTURBANCES));
    List<JsonNode> made = ReportedFeatures.of(again.path().resolve(RunFiles.DISTURBANCES));
    for (int i = 0; i < Math.max(recorded.size(), made.size()); i++) {
      if (i >= made.size()) {
        return "disturbance " + id(recorded.get(i)) + " is not found again in the stored windows";
      }
      if (i >= recorded.size()) {
        return "disturbance " + id(made.get(i)) + " is found in the stored windows, not in the run";
      }
      Optional<String> property = differingProperty(recorded.get(i), made.get(i));
      if (property.isPresent()) {
        return "disturbance " + id(recorded.get(i)) + ": " + property.get();
      }
    }
    return "runs/"
        + run.id()
        + "/"
        + RunFiles.DISTURBANCES
        + ": outlines differ from those made again";
  }

  private static Optional<String> differingProperty(JsonNode recorded, JsonNode made) {
    Collection<String> names = new TreeSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    made.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> !recorded.path(name).equals(made.path(name)))
        .findFirst()
        .map(
            name ->
                name
                    + " is "
                    + recorded.path(name)
                    + " in the run, "
                    + made.path(name)
                    + " from the stored windows");
  }

  private static String id(JsonNode disturbance) {
    return disturbance.path("id").asText();
  }
}
