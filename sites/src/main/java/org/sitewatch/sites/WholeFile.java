package org.sitewatch.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file beside its place and moves it in: others see all of it or nothing. */
public final class WholeFile {

  /** Writes the file that is moved in afterwards. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path beside) throws IOException;
  }

  private WholeFile() {}

  /** Replaces the file if there is one; where writing fails, that one stays and nothing is left. */
  public static void write(Path file, Content content) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      content.writeTo(beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
