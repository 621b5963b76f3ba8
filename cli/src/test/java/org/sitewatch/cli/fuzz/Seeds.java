package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sound files that other programs wrote, from the test resources of the modules. */
final class Seeds {
  private Seeds() {}

  /** Where the modules lie: tests run in one of them. */
  static Path root() {
    return Path.of(System.getProperty("sitewatch.root", ".."));
  }

  static Path planners() {
    return root().resolve("sites/src/test/resources/org/sitewatch/sites/registry/planners");
  }

  static Path images() {
    return root().resolve("ingest/src/test/resources/org/sitewatch/ingest/tiff/golden");
  }

  /** By name; all must be there. */
  static List<byte[]> files(Path folder, String ending) throws IOException {
    var files = new ArrayList<byte[]>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        if (file.toString().endsWith(ending)) {
          files.add(Files.readAllBytes(file));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("no " + ending + " in " + folder);
    }
    return files;
  }

  static byte[] planner(String name) throws IOException {
    return Files.readAllBytes(planners().resolve(name));
  }
}
