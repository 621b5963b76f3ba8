package org.sitewatch.report.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by the JDK's own reader and inflater. */
class FixedZipTest {
  @TempDir Path folder;

  @Test
  void filesComeBackWithTheirNamesAndBytes() throws IOException {
    byte[] text =
        "<Placemark><name>a</name></Placemark>\n".repeat(3000).getBytes(StandardCharsets.UTF_8);
    byte[] zip =
        new FixedZip()
            .addText("doc.kml", text)
            .addPicture("pictures/a.png", new byte[] {1, 2, 3})
            .addText("empty.txt", new byte[0])
            .bytes();
    Path file = Files.write(folder.resolve("a.zip"), zip);
    try (var read = new ZipFile(file.toFile())) {
      assertEquals(3, read.size());
      assertArrayEquals(text, read.getInputStream(read.getEntry("doc.kml")).readAllBytes());
      assertArrayEquals(
          new byte[] {1, 2, 3},
          read.getInputStream(read.getEntry("pictures/a.png")).readAllBytes());
      assertEquals(0, read.getInputStream(read.getEntry("empty.txt")).readAllBytes().length);
    }
    assertTrue(zip.length < text.length / 50, zip.length + " bytes");
  }

  @Test
  void aNameThatIsNotAsciiIsRefused() {
    var zip = new FixedZip();
    assertThrows(IllegalArgumentException.class, () -> zip.addText("é", new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void textOfAnyKindInflatesToItself(long seed) throws DataFormatException {
    var random = new Random(seed);
    byte[] data = new byte[random.nextInt(300_000)];
    int letters = 1 + random.nextInt(seed % 2 == 0 ? 3 : 250);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) random.nextInt(letters);
    }
    int piece = Math.min(data.length / 3, 40_000);
    System.arraycopy(data, 0, data, data.length - piece, piece);
    var inflater = new Inflater(true);
    inflater.setInput(FixedDeflate.raw(data, new TextRepeats(data)));
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!inflater.finished()) {
      int count = inflater.inflate(buffer);
      assertFalse(count == 0 && inflater.needsInput(), "seed " + seed);
      out.write(buffer, 0, count);
    }
    assertTrue(Arrays.equals(data, out.toByteArray()), "seed " + seed);
  }
}
