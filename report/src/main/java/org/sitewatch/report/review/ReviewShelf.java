package org.sitewatch.report.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * The folder {@code reviews/} of a workspace: a file an import, never changed after it was written.
 *
 * @param folder absolute; need not be there
 */
public record ReviewShelf(Path folder) {
  static final String FOLDER = "reviews";

  /**
   * Every import in its order.
   *
   * @throws UserException with {@link ExitCode#INTEGRITY} for a file that no import wrote, or that
   *     is not as it was written
   */
  public List<ReviewFile> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var files = new ArrayList<ReviewFile>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        if (!ReviewFile.isName(name) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new UserException(
              ExitCode.INTEGRITY,
              FOLDER
                  + "/"
                  + name
                  + ": 'sitewatch review import' did not write it; move it elsewhere, then import"
                  + " it");
        }
        files.add(ReviewFile.read(name, Files.readAllBytes(path)));
      }
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return List.copyOf(files);
  }

  public Reviews reviews() {
    return Reviews.of(files());
  }

  /**
   * What a manifest names: the hash of each file with a verdict of the day or an earlier one, by
   * its path. Verdicts of later days change nothing of what a run was made from.
   */
  public SortedMap<String, String> hashes(LocalDate until) {
    var hashes = new TreeMap<String, String>();
    for (ReviewFile file : files()) {
      if (file.reviews().stream().anyMatch(review -> !review.verifiedOn().isAfter(until))) {
        hashes.put(FOLDER + "/" + file.name(), file.sha256());
      }
    }
    return Collections.unmodifiableSortedMap(hashes);
  }

  /**
   * Keeps verdicts in a new file; whoever calls holds the workspace.
   *
   * @param source name of the file they came in
   * @return the file; empty if there is nothing to keep
   */
  public Optional<Path> append(List<Review> reviews, String source) {
    if (reviews.isEmpty()) {
      return Optional.empty();
    }
    int sequence = 1 + files().stream().mapToInt(ReviewFile::sequence).max().orElse(0);
    byte[] bytes = ReviewFile.bytes(source, reviews);
    Path file = folder.resolve(ReviewFile.name(sequence, reviews, bytes));
    try {
      Files.createDirectories(folder);
      WholeFile.write(file, beside -> Files.write(beside, bytes));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          file + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
    return Optional.of(file);
  }
}
