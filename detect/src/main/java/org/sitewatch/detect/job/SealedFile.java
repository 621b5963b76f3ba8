package org.sitewatch.detect.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.WholeFile;

/**
 * A file of a cache with the sha256 of its content at its end, as 64 hex digits. One that is
 * missing, damaged or cannot be read is not there; one that cannot be written is not kept: that
 * costs time, not the result.
 */
final class SealedFile {
  private static final int DIGEST = 64;

  private SealedFile() {}

  /** The content; empty where there is none to trust. */
  static Optional<byte[]> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - DIGEST;
      if (length < 0) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOf(bytes, length);
      String digest = new String(bytes, length, DIGEST, StandardCharsets.US_ASCII);
      return Sha256.of(content).equals(digest) ? Optional.of(content) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Makes the folders that are missing too. */
  static void write(Path file, byte[] content) {
    byte[] digest = Sha256.of(content).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(content, content.length + DIGEST);
    System.arraycopy(digest, 0, bytes, content.length, DIGEST);
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, beside -> Files.write(beside, bytes));
    } catch (IOException full) {
      // asked for again, it is made again
    }
  }
}
