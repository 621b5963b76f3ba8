package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskDilationTest {

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
}
