package org.sitewatch.sites.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Reads and checks a registry: GeoJSON or GeoPackage, told apart by content, not by name. */
public final class RegistryReader {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private RegistryReader() {}

  /**
   * Everything in the file with all that is wrong in it; nothing is repaired.
   *
   * @throws UserException {@link ExitCode#UNAVAILABLE} if there is no such file, {@link
   *     ExitCode#REGISTRY_INVALID} if it cannot be read as a registry at all
   */
  public static SiteImport read(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new UserException(ExitCode.UNAVAILABLE, "no registry file " + file);
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(SQLITE.length);
      byte[] start = in.readNBytes(SQLITE.length);
      in.reset();
      return Arrays.equals(start, SQLITE)
          ? GeoPackageReader.read(name, file)
          : GeoJsonReader.read(name, in);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "cannot read registry " + file + ": " + e.getMessage(), e);
    }
  }
}
