package org.sitewatch.report.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * A committed run in some forms for one audience, made from its own records and nothing else.
 *
 * @param files bytes by name
 * @param withheldSites of which the audience is told nothing
 */
public record RunRendering(Audience audience, SortedMap<String, byte[]> files, int withheldSites) {
  private static final Set<Format> FOR_PUBLIC = EnumSet.of(Format.GEOJSON, Format.CSV);

  /**
   * The forms in which a run can be had; its own bytes where they are what is asked for.
   *
   * @param words the public forms hold none
   */
  public static RunRendering of(
      RunDirectory run, Collection<Format> formats, Audience audience, Words words) {
    var files = new TreeMap<String, byte[]>();
    var records = RunRecords.read(run.path(), run.id(), run.head().run().period());
    if (audience.isPublic()) {
      return publicOf(records, formats);
    }
    formats.forEach(format -> files.putAll(format.files(records, words)));
    return new RunRendering(audience, files, 0);
  }

  private static RunRendering publicOf(RunRecords records, Collection<Format> formats) {
    for (Format format : formats) {
      if (!FOR_PUBLIC.contains(format)) {
        throw new UserException(
            ExitCode.USAGE,
            format
                + " holds places and exists for the restricted audience only; the public gets "
                + FOR_PUBLIC);
      }
    }
    var files = new TreeMap<String, byte[]>();
    var cells = new PublicCells(records.sites(), records.disturbances());
    var report = new PublicReport(cells, YearMonth.from(records.period().until()));
    if (formats.contains(Format.GEOJSON)) {
      files.put(Audience.PUBLIC.fileName("disturbances", "geojson"), report.disturbances());
      files.put(Audience.PUBLIC.fileName("coverage", "geojson"), report.coverage());
    }
    if (formats.contains(Format.CSV)) {
      files.put(Audience.PUBLIC.fileName("summary", "csv"), report.csv());
    }
    Optional<String> leak = new LeakCheck(records).findLeak(files);
    if (leak.isPresent()) {
      throw new UserException(
          ExitCode.INTEGRITY,
          "nothing was released to the public, as it would give a site away: " + leak.get());
    }
    return new RunRendering(Audience.PUBLIC, files, cells.withheldSites());
  }

  /**
   * Whether the files may go into a folder: outputs of two audiences never lie side by side, and
   * other bytes are replaced only by force.
   *
   * @throws UserException with {@link ExitCode#USAGE} if not
   */
  public void check(Path folder, boolean force) {
    Optional<String> foreign = fileOfOthers(folder);
    if (foreign.isPresent()) {
      throw new UserException(
          ExitCode.USAGE,
          folder
              + " holds "
              + foreign.get()
              + ", which is not for the "
              + audience.label()
              + " audience; give each audience a folder of its own");
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!force && Files.exists(path) && !Arrays.equals(bytes(path), file.getValue())) {
        throw new UserException(
            ExitCode.USAGE, path + " exists with other content; --force replaces it");
      }
    }
  }

  /** Writes what is not there already in the same bytes. */
  public void writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        if (!Files.exists(path) || !Arrays.equals(bytes(path), file.getValue())) {
          WholeFile.write(path, beside -> Files.write(beside, file.getValue()));
        }
      }
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  /** The public's files carry its name, and nothing else may lie beside them. */
  private Optional<String> fileOfOthers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> present = Files.list(folder)) {
      return present
          .map(file -> file.getFileName().toString())
          .filter(name -> audience.isPublic() != name.contains("." + Audience.PUBLIC.label() + "."))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .findFirst();
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
