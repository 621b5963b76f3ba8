package org.sitewatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of every command that works on a workspace. */
final class SharedOptions {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-w", "--workspace"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The workspace (default: the current directory).")
  private Path workspace;

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

  /** The workspace, its settings checked. */
  Workspace workspace() {
    Workspace opened = Workspace.open(workspace);
    Settings.check(opened.settings());
    return opened;
  }

  boolean json() {
    return json;
  }

  /** The product goes to stdout, one line. */
  void print(String line) {
    out().println(line);
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  Log log() {
    return new Log(command.commandLine().getErr(), quiet ? -1 : verbose ? 1 : 0);
  }

  /** A usage error in the words of this command. */
  static UserException usage(String message) {
    return new UserException(ExitCode.USAGE, message);
  }
}
