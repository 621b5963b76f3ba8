package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.Counted;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.SiteRegistry;
import org.sitewatch.sites.registry.intake.Intake;
import org.sitewatch.sites.registry.intake.SiteIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites check}: what is wrong in a registry, and where. */
@Command(
    name = "check",
    description =
        "Lists what is wrong in the registry or in a file, with the place; exits with 3 on errors.",
    footer = {"", "Example: sitewatch sites check --workspace orkhon"})
final class SitesCheckCommand implements Callable<Integer> {
  static final List<String> PLANNERS = List.of(".shp", ".zip", ".kml", ".kmz", ".csv");

  @Mixin private SharedOptions shared;
  @Mixin private CheckOptions options;
  @Mixin private ImportOptions planner;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "Registry or planner's file (.shp, .zip, .kml, .kmz, .csv) to check (default: the"
              + " workspace's registry).")
  private Path file;

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = "Also write the places and proposals as GeoJSON, to be opened in QGIS.")
  private Path problems;

  @Option(names = "--force", description = "Overwrite the file of --problems.")
  private boolean force;

  @Override
  public Integer call() {
    SiteImport found = found();
    if (problems != null) {
      NewFile.write(problems, ProblemSpots.bytes(found), force);
    }
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("usable", found.validSites().size()).put("errors", found.errors().size());
      FindingJson.put(json, found.findings());
      shared.print(json.toString());
    } else {
      FindingTable.lines(found.findings()).forEach(shared::print);
    }
    long proposals = found.findings().stream().filter(one -> !one.proposal().isNone()).count();
    shared
        .log()
        .info(
            "%s, %s of which %s%s"
                .formatted(
                    Counted.of(found.validSites().size(), "usable site"),
                    Counted.of(found.findings().size(), "finding"),
                    Counted.of(found.errors().size(), "error"),
                    proposals == 0
                        ? ""
                        : "; %d can be repaired by 'sitewatch sites fix'".formatted(proposals)));
    return (found.hasErrors() ? ExitCode.REGISTRY_INVALID : ExitCode.DONE).code();
  }

  private SiteImport found() {
    if (file == null) {
      Workspace workspace = shared.workspace();
      return options.check(WorkspaceInputs.registry(workspace), () -> ofLastRun(workspace));
    }
    return options.check(
        read(),
        () ->
            shared
                .workspaceIfAny()
                .map(Workspace::registry)
                .filter(Files::exists)
                .map(registry -> RegistryReader.read(registry).registry()));
  }

  /** A planner's file as an import would take it, a registry as it is. */
  private SiteImport read() {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (PLANNERS.stream().noneMatch(name::endsWith)) {
      return RegistryReader.read(file);
    }
    Intake intake = SiteIntake.read(file, planner.intake());
    IntakeText.lines(intake).forEach(shared.log()::info);
    return intake.sites();
  }

  private static Optional<SiteRegistry> ofLastRun(Workspace workspace) {
    List<RunDirectory> runs = new RunStore(workspace.root()).listRuns();
    return runs.isEmpty()
        ? Optional.empty()
        : workspace.registryVersions().find(runs.get(runs.size() - 1).head().registrySha256());
  }
}
