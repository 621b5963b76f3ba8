package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryReader;
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
                    + found.errors().size()
                    + " errors; nothing was imported; mend them or use --skip-invalid");
          }
          merge(workspace, intake);
          return (found.hasErrors() ? ExitCode.PARTIAL : ExitCode.DONE).code();
        });
  }

  private void merge(Workspace workspace, Intake intake) {
    List<Site> incoming = intake.sites().validSites();
    Path target = workspace.registry();
    var sites = new TreeMap<String, Site>();
    if (Files.exists(target)) {
      SiteImport registered = RegistryReader.read(target);
      if (registered.hasErrors()) {
        throw new UserException(
            ExitCode.REGISTRY_INVALID,
            target
                + " has "
                + registered.errors().size()
                + " errors itself; mend them first, 'sitewatch sites check' lists them");
      }
      registered.validSites().forEach(site -> sites.put(site.id(), site));
    }
    var clashes = new ArrayList<String>();
    int added = 0;
    for (Site site : incoming) {
      Site before = sites.put(site.id(), site);
      added += before == null ? 1 : 0;
      if (before != null && !before.equals(site)) {
        clashes.add(site.id());
      }
    }
    if (!clashes.isEmpty() && !force) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "A1: registered already and different: "
              + String.join(", ", clashes)
              + "; nothing was imported; use --force to replace them");
    }
    if (!dryRun.isOn()) {
      RegistryWriter.write(SiteRegistry.of(sites.values()), target);
    }
    int unchanged = incoming.size() - added - clashes.size();
    shared
        .log()
        .info(
            "%d sites added, %d replaced, %d unchanged; %d in the registry"
                .formatted(added, clashes.size(), unchanged, sites.size()));
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("registry", target.toString()).put("dry_run", dryRun.isOn());
      json.put("added", added).put("replaced", clashes.size()).put("unchanged", unchanged);
      json.put("sites", sites.size());
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
