package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.registry.RegistryTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites template}: an empty registry to draw into. */
@Command(
    name = "template",
    description =
        "Writes an empty registry with all fields, value lists and a QGIS form: .gpkg, or .geojson"
            + " with a .qml beside it.",
    footer = {"", "Example: sitewatch sites template sites.gpkg"})
final class SitesTemplateCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;
  @Mixin private DryRunOption dryRun;

  @Parameters(paramLabel = "FILE", description = "File to write: .gpkg or .geojson.")
  private Path file;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  @Override
  public Integer call() {
    String name = file.toString();
    if (!name.endsWith(".gpkg") && !name.endsWith(".geojson") && !name.endsWith(".json")) {
      throw SharedOptions.usage(file + ": the name must end in .gpkg or .geojson");
    }
    List<Path> files = RegistryTemplate.filesOf(file);
    files.forEach(one -> NewFile.checkFree(one, force));
    if (!dryRun.isOn()) {
      RegistryTemplate.write(file);
    }
    if (output.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      ArrayNode written = json.putArray("files");
      files.forEach(one -> written.add(one.toString()));
      output.print(json.put("dry_run", dryRun.isOn()).toString());
    } else {
      files.forEach(one -> output.print(one.toString()));
    }
    return ExitCode.DONE.code();
  }
}
