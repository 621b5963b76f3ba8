package org.sitewatch.cli;

import java.nio.file.Path;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that works on a workspace. */
final class SharedOptions {
  @Mixin private OutputOptions output;

  @Option(
      names = {"-w", "--workspace"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The workspace (default: the current directory).")
  private Path workspace;

  /** The workspace, its settings checked. */
  Workspace workspace() {
    Workspace opened = Workspace.open(workspace);
    Settings.check(opened.settings());
    return opened;
  }

  boolean json() {
    return output.json();
  }

  /** The product goes to stdout, one line. */
  void print(String line) {
    output.print(line);
  }

  Log log() {
    return output.log();
  }

  /** A usage error in the words of this command. */
  static UserException usage(String message) {
    return new UserException(ExitCode.USAGE, message);
  }
}
