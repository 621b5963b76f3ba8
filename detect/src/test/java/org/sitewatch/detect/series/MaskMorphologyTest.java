package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskMorphologyTest {

  @Test
  void openingKeepsWhatFitsASquare() {
    String mask =
        """
        ##...#.
        ##..#..
        ..####.
        #..##.#
        """;
    String expected =
        """
        ##.....
        ##.....
        ...##..
        ...##..
        """;
    var out = new boolean[28];
    MaskMorphology.openBySquare(pixels(mask), 7, 4, out);
    assertEquals(expected, picture(out, 7));
  }

  @Test
  void dilationIsADiamondAndDoesNotWrapAroundTheBorder() {
    String mask =
        """
        .......
        ......#
        .......
        .......
        .......
        .#.....
        """;
    String expected =
        """
        .....##
        ....###
        .....##
        .#....#
        ###....
        ####...
        """;
    var pixels = pixels(mask);
    MaskMorphology.dilateByCityBlocks(pixels, 7, 6, 2, pixels);
    assertEquals(expected, picture(pixels, 7));
  }

  static boolean[] pixels(String picture) {
    String rows = picture.replace("\n", "");
    var pixels = new boolean[rows.length()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = rows.charAt(i) == '#';
    }
    return pixels;
  }

  static String picture(boolean[] pixels, int width) {
    var picture = new StringBuilder();
    for (int i = 0; i < pixels.length; i++) {
      picture.append(pixels[i] ? '#' : '.').append((i + 1) % width == 0 ? "\n" : "");
    }
    return picture.toString();
  }
}
