package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites check}: what is wrong in a registry, and where. */
@Command(
    name = "check",
    description =
        "Lists what is wrong in the registry or in a file, with the place; exits with 3 on errors.",
    footer = {"", "Example: sitewatch sites check --workspace orkhon"})
final class SitesCheckCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "File to check (default: the workspace's registry).")
  private Path file;

  @Override
  public Integer call() {
    SiteImport found =
        file == null ? WorkspaceInputs.registry(shared.workspace()) : RegistryReader.read(file);
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("usable", found.validSites().size()).put("errors", found.errors().size());
      FindingJson.put(json, found.findings());
      shared.print(json.toString());
    } else {
      for (RegistryFinding finding : found.findings()) {
        shared.print(
            (finding.isError() ? "error " : "warning ") + SitesImportCommand.describe(finding));
      }
    }
    shared
        .log()
        .info(
            "%d usable sites, %d findings of which %d errors"
                .formatted(
                    found.validSites().size(), found.findings().size(), found.errors().size()));
    return (found.hasErrors() ? ExitCode.REGISTRY_INVALID : ExitCode.DONE).code();
  }
}
