package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file kept beside the tests; {@code -Dgolden.update} rewrites it. */
final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/org/sitewatch/report");
  private static final int LARGEST_BYTES = 20_000;

  private GoldenFile() {}

  static void check(String name, byte[] bytes) throws IOException {
    assertTrue(bytes.length < LARGEST_BYTES, name + " is too large for a golden file");
    Path golden = FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FOLDER);
      Files.write(golden, bytes);
    }
    assertEquals(Files.readString(golden), new String(bytes, StandardCharsets.UTF_8));
  }
}
