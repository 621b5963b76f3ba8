package org.sitewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** For commands that can do without one. */
  Optional<Workspace> workspaceIfAny() {
    return Files.isRegularFile(workspace.resolve(Workspace.SETTINGS))
        ? Optional.of(workspace())
        : Optional.empty();
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
