package org.sitewatch.detect.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * What a complete run left behind of a site.
 *
 * @param file that holds the {@link SiteStates}, reached by every executor
 * @param sha256 of its bytes, as the run's manifest names it
 * @param until the day up to which it knows
 */
public record EarlierState(String file, String sha256, LocalDate until) implements Serializable {

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} if it is not what its run recorded
   */
  SiteStates read() {
    Path path = Path.of(file);
    try {
      byte[] bytes = Files.readAllBytes(path);
      if (!Sha256.of(bytes).equals(sha256)) {
        throw new UserException(
            ExitCode.INTEGRITY,
            file + ": is not what its run recorded; run 'sitewatch verify' on that run");
      }
      return SiteStates.ofJson(new String(bytes, StandardCharsets.UTF_8), file);
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.INTEGRITY, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
