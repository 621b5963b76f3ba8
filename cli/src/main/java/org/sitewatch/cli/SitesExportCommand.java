package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.registry.RegistryWriter;
import org.sitewatch.sites.registry.SiteRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites export}: the registry as a file of its own. */
@Command(
    name = "export",
    description = "Writes the usable sites as GeoPackage (.gpkg) or GeoJSON.",
    footer = {"", "Example: sitewatch sites export sites.gpkg --workspace orkhon"})
final class SitesExportCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;

  @Parameters(paramLabel = "FILE", description = "File to write: .gpkg or .geojson.")
  private Path file;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  @Override
  public Integer call() {
    SiteRegistry registry = WorkspaceInputs.registry(shared.workspace()).registry();
    if (Files.exists(file) && !force) {
      throw SharedOptions.usage(file + " exists; use --force to overwrite it");
    }
    String name = file.toString();
    if (!name.endsWith(".gpkg") && !name.endsWith(".geojson") && !name.endsWith(".json")) {
      throw SharedOptions.usage(file + ": the name must end in .gpkg or .geojson");
    }
    if (!dryRun.isOn()) {
      RegistryWriter.write(registry, file);
    }
    shared.print(
        shared.json()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("file", name)
                .put("sites", registry.size())
                .put("dry_run", dryRun.isOn())
                .toString()
            : name);
    return ExitCode.DONE.code();
  }
}
