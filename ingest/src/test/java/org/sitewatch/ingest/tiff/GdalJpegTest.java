package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG comes out as GDAL reads it; what is not read is refused, never read wrongly. */
class GdalJpegTest {

  @Test
  void jpegIsReadAsGdalReadsItAndOtherKindsAreRefused(@TempDir Path folder) throws Exception {
    var lines = Gdal.run("gdal_jpeg.py", folder.toString());
    assertTrue(lines.size() >= 16, "files: " + lines.size());
    for (var line : lines) {
      String[] fields = line.split(" ");
      var file = folder.resolve(fields[0]);
      if (fields[0].startsWith("refused")) {
        var refusal = assertThrows(TiffException.class, () -> TiffReader.open(file));
        assertTrue(refusal.getMessage().contains(" not read, expected "), refusal.getMessage());
        continue;
      }
      try (var reader = TiffReader.open(file)) {
        reader.checkBlocks();
        var all = reader.readWindow(reader.header().layout().extent());
        assertEquals(fields[1], PixelBytes.sha256(all), fields[0]);
        var window = new PixelWindow(17, 30, 51, 44);
        SamplesAssert.assertWindow(all, window, reader.readWindow(window), fields[0]);
      }
      checkDamaged(Files.readAllBytes(file), fields[0]);
    }
  }

  private static void checkDamaged(byte[] bytes, String name) throws IOException {
    var random = new Random(9);
    for (int variant = 0; variant < 20; variant++) {
      var damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try (var reader = TiffReader.open(new MemoryByteSource(damaged), name)) {
        assertEquals(10, reader.readWindow(new PixelWindow(0, 0, 10, 10)).width());
      } catch (TiffException e) {
        assertTrue(e.getMessage().startsWith(name), e.getMessage());
      }
    }
  }
}
