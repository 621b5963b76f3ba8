package org.sitewatch.report.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * The folder {@code simulations/} of a workspace: a folder a day up to which looks were planted
 * into, a file a site in it.
 *
 * @param folder absolute
 */
public record FloorShelf(Path folder) {

  public Path of(LocalDate day) {
    return folder.resolve(day.toString());
  }

  /**
   * The newest file of each site that is not of a later day, by site id. A run of an earlier period
   * is not told what was found out after it.
   */
  public SortedMap<String, FloorFile> newest(Collection<String> siteIds, LocalDate until) {
    var files = new TreeMap<String, FloorFile>();
    List<LocalDate> days = days(until);
    for (String siteId : siteIds) {
      String name = SiteStates.fileName(siteId);
      days.stream()
          .filter(day -> Files.exists(of(day).resolve(name)))
          .findFirst()
          .ifPresent(
              day ->
                  files.put(
                      siteId,
                      FloorFile.read(
                          of(day).resolve(name),
                          folder.getFileName() + "/" + day + "/" + name,
                          siteId)));
    }
    return files;
  }

  /** What a manifest names: the hash of each file that could be read, by its path. */
  public static SortedMap<String, String> hashes(Collection<FloorFile> files) {
    var hashes = new TreeMap<String, String>();
    files.stream()
        .filter(file -> !file.sha256().isEmpty())
        .forEach(file -> hashes.put(file.path(), file.sha256()));
    return hashes;
  }

  /** The newest first; folders of other names are somebody else's. */
  private List<LocalDate> days(LocalDate until) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var days = new TreeSet<LocalDate>(Collections.reverseOrder());
    try (Stream<Path> folders = Files.list(folder)) {
      folders
          .flatMap(path -> day(path.getFileName().toString()).stream())
          .filter(day -> !day.isAfter(until))
          .forEach(days::add);
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return List.copyOf(days);
  }

  private static Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(name)).filter(day -> day.toString().equals(name));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
