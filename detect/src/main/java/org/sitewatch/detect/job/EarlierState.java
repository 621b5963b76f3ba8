package org.sitewatch.detect.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * What a complete run left behind of a site.
 *
 * @param file that holds the {@link SiteStates}, reached by every executor
 * @param sha256 of its bytes, as the run's manifest names it, or {@link #NOT_TOLD}
 * @param until the day up to which it knows
 */
public record EarlierState(String file, String sha256, LocalDate until) implements Serializable {
  /** In place of a sha256 that is to be compared afterwards. */
  static final String NOT_TOLD = "?";

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} if it is not what its run recorded
   */
  SiteStates read() {
    return read(new TreeMap<>()).orElseThrow(() -> unreadable("it is missing", null));
  }

  /**
   * Empty if it is not there and nobody said that it should be.
   *
   * @param toCompare takes the sha256 by file, empty if it is missing, where it was not told
   * @throws UserException as {@link #read()}
   */
  Optional<SiteStates> read(SortedMap<String, String> toCompare) {
    boolean isTold = !sha256.equals(NOT_TOLD);
    Path path = Path.of(file);
    try {
      byte[] bytes = Files.readAllBytes(path);
      String found = Sha256.of(bytes);
      if (isTold && !found.equals(sha256)) {
        throw changed(file);
      }
      if (!isTold) {
        toCompare.put(file, found);
      }
      return Optional.of(SiteStates.ofJson(new String(bytes, StandardCharsets.UTF_8), file));
    } catch (NoSuchFileException missing) {
      if (isTold) {
        throw unreadable(missing.getMessage(), missing);
      }
      toCompare.put(file, "");
      return Optional.empty();
    } catch (IOException unreadable) {
      throw unreadable(unreadable.getMessage(), unreadable);
    }
  }

  /** A state that its run did not record so. */
  public static UserException changed(String file) {
    return new UserException(
        ExitCode.INTEGRITY,
        file + ": is not what its run recorded; run 'sitewatch verify' on that run");
  }

  private UserException unreadable(String why, Throwable cause) {
    return new UserException(ExitCode.INTEGRITY, file + ": cannot be read: " + why, cause);
  }
}
