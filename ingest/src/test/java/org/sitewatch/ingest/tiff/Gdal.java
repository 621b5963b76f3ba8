package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GDAL through Python, where it is installed; tests that need it are skipped elsewhere. */
final class Gdal {
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static String python;

  private Gdal() {}

  /** Runs a script of the test resources and gives its output, line by line. */
  static List<String> run(String script, String... arguments) throws Exception {
    var file = Path.of(Gdal.class.getResource(script).toURI());
    var command = new ArrayList<>(List.of(python(), file.toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), script);
    return output.lines().toList();
  }

  private static synchronized String python() {
    if (python == null) {
      python = PYTHONS.stream().filter(Gdal::hasGdal).findFirst().orElse("");
    }
    assumeTrue(!python.isEmpty(), "skipped: no python3 with GDAL and numpy is installed");
    return python;
  }

  private static boolean hasGdal(String command) {
    try {
      var process =
          new ProcessBuilder(command, "-c", "import numpy; from osgeo import gdal")
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
