package org.sitewatch.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * Which form a tile store has: {@code store.json} in its root. One of before there was such a file
 * has form 1.
 */
public final class TileStoreForm {
  private static final String FILE = "store.json";
  private static final int SCHEMA = 1;
  private static final byte[] BYTES =
      ("{\"schema\":" + SCHEMA + "}\n").getBytes(StandardCharsets.US_ASCII);
  private static final Pattern NAMED = Pattern.compile("\\{\"schema\":([0-9]{1,9})}\\s*");

  private TileStoreForm() {}

  /**
   * @param root of the store, which may not be there yet
   * @throws UserException if it is of a form that this program does not read
   */
  public static void check(Path root) {
    Path file = root.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!Arrays.equals(bytes, BYTES)) {
        Matcher named = NAMED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        throw new UserException(
            ExitCode.INTEGRITY,
            named.matches()
                ? "%s: schema %s, expected %d; use the program that wrote the tiles"
                    .formatted(file, named.group(1), SCHEMA)
                : file + ": is not in the form it was written in; it was edited");
      }
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Writes it where there is none; before the first tile is. */
  public static void mark(Path root) {
    Path file = root.resolve(FILE);
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(root);
      WholeFile.write(file, beside -> Files.write(beside, BYTES));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the tile store cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }
}
