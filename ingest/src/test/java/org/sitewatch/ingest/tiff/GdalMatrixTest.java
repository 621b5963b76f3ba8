package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every kind, written by GDAL, read by both. */
@Tag("slow")
class GdalMatrixTest {

  @Test
  void everyKindIsReadAsGdalReadsIt(@TempDir Path folder) throws Exception {
    var lines = Gdal.run("gdal_matrix.py", folder.toString());
    assertTrue(lines.size() > 1000, "files: " + lines.size());
    var wrong = new ArrayList<String>();
    var random = new Random(5);
    for (var line : lines) {
      String[] fields = line.split(" ");
      try (var reader = TiffReader.open(folder.resolve(fields[0]))) {
        reader.checkBlocks();
        var all = reader.readWindow(reader.header().layout().extent());
        if (!PixelBytes.sha256(all).equals(fields[1])) {
          wrong.add(fields[0]);
        }
        checkSomeWindow(reader, all, random, fields[0]);
      } catch (IOException e) {
        wrong.add(fields[0] + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void checkSomeWindow(TiffReader reader, Samples all, Random random, String name)
      throws IOException {
    int column = random.nextInt(all.width());
    int row = random.nextInt(all.height());
    var window =
        new PixelWindow(
            column,
            row,
            1 + random.nextInt(all.width() - column),
            1 + random.nextInt(all.height() - row));
    SamplesAssert.assertWindow(all, window, reader.readWindow(window), name + " " + window);
  }
}
