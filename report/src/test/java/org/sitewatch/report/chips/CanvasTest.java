package org.sitewatch.report.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.Sha256;

class CanvasTest {

  @Test
  void anotherReaderFindsEveryPixel() throws IOException {
    var canvas = new Canvas(37, 23);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        canvas.set(x, y, x * 7919 + y * 104729 & 0xffffff);
      }
    }
    BufferedImage read = read(canvas);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertEquals(x * 7919 + y * 104729 & 0xffffff, read.getRGB(x, y) & 0xffffff);
      }
    }
  }

  @Test
  void whatFallsOutsideIsLeftOut() throws IOException {
    var canvas = new Canvas(4, 3);
    canvas.fill(-2, -2, 3, 3, 0xff0000);
    canvas.fill(3, 2, 9, 9, 0x00ff00);
    canvas.fill(9, 9, 2, 2, 0x0000ff);
    assertEquals("r...\n....\n...g\n", picture(canvas));
  }

  @Test
  void textIsDrawnDotByDot() throws IOException {
    var canvas = new Canvas(11, 7);
    Lettering.draw(canvas, "1-", 0, 0, 1, 0xff0000);
    assertEquals(
        """
        ..r........
        .rr........
        ..r........
        ..r....rrr.
        ..r........
        ..r........
        .rrr.......
        """,
        picture(canvas));
    assertThrows(
        IllegalArgumentException.class, () -> Lettering.draw(canvas, "%", 0, 0, 1, 0xff0000));
  }

  /** The bytes of a picture are a promise: they are hashed in every run, on every machine. */
  @Test
  void theBytesStayTheSame() {
    var canvas = new Canvas(40, 30);
    canvas.fill(0, 0, 40, 30, 0x8a7f66);
    Lettering.draw(canvas, "2024-10-19", 1, 1, 1, Canvas.WHITE);
    canvas.fillTriangle(new double[] {20, 14, 26}, new double[] {10, 28, 28}, 0x102030);
    assertEquals(
        "8de9ac30a881efc5dd8b1c3843964d80d52d2b9ae0536db5f46dcf1662b7c6e4",
        Sha256.of(canvas.png()));
  }

  private static BufferedImage read(Canvas canvas) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(canvas.png()));
  }

  private static String picture(Canvas canvas) throws IOException {
    BufferedImage read = read(canvas);
    var rows = new StringBuilder();
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        rows.append(
            switch (read.getRGB(x, y) & 0xffffff) {
              case 0xff0000 -> 'r';
              case 0x00ff00 -> 'g';
              case 0 -> '.';
              default -> '?';
            });
      }
      rows.append('\n');
    }
    return rows.toString();
  }
}
