package org.sitewatch.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command speaks: options of every command. */
final class OutputOptions {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say more on stderr, with traces.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only warnings and errors on stderr.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  /** The product goes to stdout. */
  void print(String line) {
    command.commandLine().getOut().println(line);
  }

  Log log() {
    return new Log(command.commandLine().getErr(), quiet ? -1 : verbose ? 1 : 0);
  }

  /** The same way of speaking, for a command that types others. */
  List<String> words() {
    var words = new ArrayList<String>();
    if (verbose) {
      words.add("--verbose");
    }
    if (quiet) {
      words.add("--quiet");
    }
    return words;
  }
}
