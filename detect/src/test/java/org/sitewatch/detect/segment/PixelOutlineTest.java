package org.sitewatch.detect.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PixelOutlineTest {

  /** # is in the set. */
  private static PixelSet set(String... rows) {
    String picture = String.join("", rows);
    int[] pixels =
        java.util.stream.IntStream.range(0, picture.length())
            .filter(i -> picture.charAt(i) == '#')
            .toArray();
    return PixelSet.of(rows[0].length(), rows.length, pixels);
  }

  private static void check(String wkt, String... rows) {
    var outline = PixelOutline.of(set(rows));
    try {
      assertEquals(new WKTReader().read(wkt).norm(), outline.norm());
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
    assertTrue(outline.isValid());
  }

  @Test
  void onePixelIsASquare() {
    check("MULTIPOLYGON (((1 0, 1 1, 2 1, 2 0, 1 0)))", ".#.");
  }

  @Test
  void straightEdgesHaveNoCornersBetween() {
    check("MULTIPOLYGON (((0 0, 0 2, 3 2, 3 0, 0 0)))", "###", "###");
  }

  @Test
  void holeStaysOpen() {
    check(
        "MULTIPOLYGON (((0 0, 0 3, 3 3, 3 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)))",
        "###",
        "#.#",
        "###");
  }

  @Test
  void pixelsThatMeetAtACornerAreTwoPolygons() {
    check("MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0)), ((1 1, 1 2, 2 2, 2 1, 1 1)))", "#.", ".#");
  }

  @Test
  void ringThatTouchesItselfBecomesShellAndHole() {
    check(
        "MULTIPOLYGON (((0 0, 0 3, 3 3, 3 1, 2 1, 2 0, 0 0), (2 1, 2 2, 1 2, 1 1, 2 1)))",
        "##.",
        "#.#",
        "###");
  }

  @Test
  void holesThatMeetAtACornerStayValid() {
    check(
        "MULTIPOLYGON (((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1),"
            + " (2 2, 3 2, 3 3, 2 3, 2 2)))",
        "####",
        "#.##",
        "##.#",
        "####");
  }

  @Test
  void islandInAHoleIsItsOwnPolygon() {
    check(
        "MULTIPOLYGON (((0 0, 0 5, 5 5, 5 0, 0 0), (1 1, 4 1, 4 4, 1 4, 1 1)),"
            + " ((2 2, 2 3, 3 3, 3 2, 2 2)))",
        "#####",
        "#...#",
        "#.#.#",
        "#...#",
        "#####");
  }

  @Test
  void anySetGivesAValidOutlineOfItsArea() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      int width = 1 + random.nextInt(9);
      int height = 1 + random.nextInt(9);
      var pixels =
          PixelSet.of(
              width, height, random.ints(width * height / 2 + 1, 0, width * height).toArray());
      var outline = PixelOutline.of(pixels);
      assertTrue(outline.isValid(), "seed " + seed);
      assertEquals(pixels.size(), outline.getArea(), 1e-9, "seed " + seed);
    }
  }
}
