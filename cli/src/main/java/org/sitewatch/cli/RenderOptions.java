package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.report.render.Audience;
import org.sitewatch.report.render.Format;
import org.sitewatch.report.render.RunRendering;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which form, for whom, and where to put a run that exists. */
final class RenderOptions {
  private static final List<String> OWN = List.of("runs", "state", "work", "tiles", "scenes");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "Forms: ${COMPLETION-CANDIDATES} (default: GEOJSON).")
  private Set<Format> formats = EnumSet.of(Format.GEOJSON);

  @Option(
      names = "--audience",
      paramLabel = "WHO",
      defaultValue = "restricted",
      description = "For whom: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Audience audience;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder outside the run for these files.")
  private Path output;

  @Mixin private LanguageOption language;

  boolean isAsked() {
    return output != null
        || audience != Audience.RESTRICTED
        || !formats.equals(Set.of(Format.GEOJSON));
  }

  /**
   * @throws UserException if there is none, or it lies where the workspace keeps its own
   */
  Path folder(Workspace workspace) {
    if (output == null) {
      throw SharedOptions.usage(
          "another format or audience does not go into the run; say where with --output DIR");
    }
    Path folder = real(output.toAbsolutePath().normalize());
    for (String own : OWN) {
      if (folder.startsWith(real(workspace.root().resolve(own)))) {
        throw SharedOptions.usage(
            "--output: "
                + output
                + " lies in "
                + own
                + "/ of the workspace; give a folder outside");
      }
    }
    return folder;
  }

  RunRendering of(RunDirectory run) {
    return RunRendering.of(run, formats, audience, language.words());
  }

  /** The path with all links followed, also if its end is not there yet. */
  private static Path real(Path path) {
    Optional<Path> parent = Optional.ofNullable(path.getParent());
    try {
      return Files.exists(path) || parent.isEmpty()
          ? path.toRealPath()
          : real(parent.get()).resolve(path.getFileName());
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, path + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
