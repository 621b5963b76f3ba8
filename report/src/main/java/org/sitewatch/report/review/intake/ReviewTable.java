package org.sitewatch.report.review.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** A file of verdicts: GeoJSON if it begins with a brace, else a table of text. */
final class ReviewTable {
  private static final long LARGEST_BYTES = 256L << 20;

  private ReviewTable() {}

  /**
   * Rows in file order.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} if it cannot be read as either
   */
  static List<ReviewRow> read(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw refused(file, "has " + Files.size(file) + " bytes, more than any report");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw refused(file, "is not there");
    } catch (IOException unreadable) {
      throw refused(file, "cannot be read: " + unreadable.getMessage());
    }
    try {
      String text = TableText.of(bytes);
      return text.stripLeading().startsWith("{") ? ReviewGeoJson.rows(text) : ReviewCsv.rows(text);
    } catch (IllegalArgumentException wrong) {
      throw refused(file, wrong.getMessage());
    }
  }

  private static UserException refused(Path file, String fault) {
    return new UserException(ExitCode.UNAVAILABLE, file + ": " + fault);
  }
}
