package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskDilationTest {
  private static final long SEED = 11;

  private static String dilate(int radius, String... rows) {
    String picture = String.join("", rows);
    var mask = new boolean[picture.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = picture.charAt(i) == '#';
    }
    var out = new boolean[mask.length];
    MaskDilation.dilate(mask, rows[0].length(), rows.length, radius, out);
    var text = new StringBuilder();
    for (int i = 0; i < out.length; i++) {
      text.append(out[i] ? '#' : '.');
      text.append((i + 1) % rows[0].length() == 0 ? "\n" : "");
    }
    return text.toString();
  }

  @Test
  void pixelBecomesASquare() {
    assertEquals(
        """
        .......
        .#####.
        .#####.
        .#####.
        """,
        dilate(
            2, //
            ".......", //
            ".......", //
            ".......", //
            "...#..."));
  }

  @Test
  void squareIsCutAtTheEdge() {
    assertEquals(
        """
        ##..
        ##..
        ....
        """,
        dilate(1, "#...", "....", "...."));
  }

  @Test
  void radiusOfZeroCopies() {
    assertEquals("#.\n.#\n", dilate(0, "#.", ".#"));
  }

  /** Also where the mask itself is the target, rows are empty, or far from each other. */
  @Test
  void everyPixelNearAMaskedOneIsMaskedAndNoOther() {
    var random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(40);
      int radius = random.nextInt(6);
      var mask = new boolean[width * height];
      for (int masked = random.nextInt(4); masked > 0; masked--) {
        mask[random.nextInt(mask.length)] = true;
      }
      boolean[] expected = slowly(mask, width, height, radius);
      boolean[] out = random.nextBoolean() ? mask : new boolean[mask.length];
      MaskDilation.dilate(mask, width, height, radius, out);
      assertArrayEquals(expected, out, "seed " + SEED + ", round " + round);
    }
  }

  private static boolean[] slowly(boolean[] mask, int width, int height, int radius) {
    var out = new boolean[mask.length];
    for (int at = 0; at < mask.length; at++) {
      for (int other = 0; other < mask.length; other++) {
        boolean isNear =
            Math.abs(at / width - other / width) <= radius
                && Math.abs(at % width - other % width) <= radius;
        out[at] |= mask[other] && isNear;
      }
    }
    return out;
  }
}
