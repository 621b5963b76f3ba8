package org.sitewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sitewatch sites}: the registry. */
@Command(
    name = "sites",
    mixinStandardHelpOptions = true,
    description = "The registry of sites: import, check, fix, template, diff, list, export.",
    subcommands = {
      SitesImportCommand.class,
      SitesCheckCommand.class,
      SitesFixCommand.class,
      SitesTemplateCommand.class,
      SitesDiffCommand.class,
      SitesListCommand.class,
      SitesExportCommand.class
    },
    footer = {"", "Example: sitewatch sites import sites.gpkg --workspace orkhon"})
final class SitesCommand implements Runnable {
  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(),
        "say what to do: import, check, fix, template, diff, list or export");
  }
}
