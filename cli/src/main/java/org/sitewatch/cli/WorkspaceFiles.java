package org.sitewatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Model.OptionSpec;

/** Makes a workspace. */
final class WorkspaceFiles {

  private WorkspaceFiles() {}

  /**
   * Where the workspace would lie; writes nothing.
   *
   * @throws UserException if the folder has something in it
   */
  static Workspace check(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(root) && !isEmpty(root)) {
        throw new UserException(
            ExitCode.USAGE, folder + " is not empty; give a new folder for the workspace");
      }
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return new Workspace(root);
  }

  /**
   * @throws UserException if it cannot be written
   */
  static void create(Workspace workspace) {
    try {
      Files.createDirectories(workspace.root());
      Files.writeString(workspace.settings(), settings());
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          workspace.root() + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private static boolean isEmpty(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Every setting with its meaning and default, commented out. */
  private static String settings() {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    out.print(
        "# Settings of this sitewatch workspace. An option on the command line wins, then an\n");
    out.print("# environment variable (SITEWATCH_MIN_PIXELS), then this file, then the default.\n");
    for (OptionSpec option : Settings.all()) {
      out.print(
          "\n# "
              + String.join(" ", option.description()).replace(" (default: ${DEFAULT-VALUE})", "")
              + "\n");
      out.print("#" + Settings.keyOf(option) + " = " + option.defaultValue() + "\n");
    }
    return text.toString();
  }
}
