package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sitewatch.report.Counted;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryWriter;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.SiteRegistry;
import org.sitewatch.sites.registry.intake.Intake;
import org.sitewatch.sites.registry.intake.SiteIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites import}: all or nothing. */
@Command(
    name = "import",
    description = {
      "Adds the sites of a planner's file to the registry, all or none.",
      "GeoPackage, Shapefile (.shp or .zip), KML, KMZ, GeoJSON or CSV; fields are guessed and"
          + " shown. See docs/registry-formats.md."
    },
    footer = {"", "Example: sitewatch sites import sites.gpkg --workspace orkhon --dry-run"})
final class SitesImportCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private ImportOptions options;

  @Parameters(paramLabel = "FILE", description = "The planner's file.")
  private Path file;

  @Option(
      names = "--skip-invalid",
      description = "Import the sites without errors and exit with 5.")
  private boolean skipInvalid;

  @Option(names = "--force", description = "Replace sites of the same id that differ.")
  private boolean force;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(
        workspace,
        "sites import",
        () -> {
          Intake intake = SiteIntake.read(file, options.intake());
          IntakeText.lines(intake).forEach(shared.log()::info);
          SiteImport found = intake.sites();
          found.findings().forEach(finding -> shared.log().warn(describe(finding)));
          if (found.hasErrors() && !skipInvalid) {
            throw new UserException(
                ExitCode.REGISTRY_INVALID,
                file
                    + ": "
                    + Counted.of(found.errors().size(), "error")
                    + "; nothing was imported; mend them or use --skip-invalid");
          }
          merge(workspace, intake);
          return (found.hasErrors() ? ExitCode.PARTIAL : ExitCode.DONE).code();
        });
  }

  private void merge(Workspace workspace, Intake intake) {
    Path target = workspace.registry();
    RegistryMerge merge = RegistryMerge.of(target, intake.sites().validSites(), force);
    if (!dryRun.isOn()) {
      RegistryWriter.write(SiteRegistry.of(merge.sites()), target);
    }
    shared
        .log()
        .info(
            "%s added, %d replaced, %d unchanged; %d in the registry"
                .formatted(
                    Counted.of(merge.added(), "site"),
                    merge.replaced().size(),
                    merge.unchanged(),
                    merge.sites().size()));
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("registry", target.toString()).put("dry_run", dryRun.isOn());
      json.put("added", merge.added()).put("replaced", merge.replaced().size());
      json.put("unchanged", merge.unchanged()).put("sites", merge.sites().size());
      IntakeText.put(json, intake);
      FindingJson.put(json, intake.sites().findings());
      shared.print(json.toString());
    }
  }

  /** Code and sentence, the form all registry commands print. */
  static String describe(RegistryFinding finding) {
    return finding.code() + " " + finding.message();
  }
}
