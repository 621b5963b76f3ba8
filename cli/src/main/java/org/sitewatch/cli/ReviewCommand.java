package org.sitewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sitewatch review}: verdicts that come back from the field. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Verdicts from the field: import, list, stats.",
    subcommands = {ReviewImportCommand.class, ReviewListCommand.class, ReviewStatsCommand.class},
    footer = {"", "Example: sitewatch review import summary.csv --workspace orkhon"})
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say what to do: import, list or stats");
  }
}
