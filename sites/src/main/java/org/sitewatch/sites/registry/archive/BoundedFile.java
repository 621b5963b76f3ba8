package org.sitewatch.sites.registry.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** A file that is read whole, if it is not too large for that. */
public final class BoundedFile {
  /**
   * No registry of sites comes near; two of them and their text fit into the memory the program
   * asks for.
   */
  static final int MAX_BYTES = 128 << 20;

  private BoundedFile() {}

  /**
   * @throws UserException if it is larger than 128 MiB
   */
  public static byte[] read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UserException(
            ExitCode.REGISTRY_INVALID,
            "%s is larger than %d MiB; split it, or save it as a GeoPackage"
                .formatted(file.getFileName(), MAX_BYTES >> 20));
      }
      return bytes;
    }
  }
}
