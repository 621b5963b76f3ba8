package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedMaskTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  /** {@code o} holds, {@code .} does not. */
  private static final String HOLE =
      """
      ooooo
      oo.oo
      ooooo
      """;

  private static String moved(String picture, double dy_px, double dx_px) {
    String rows = picture.replace("\n", "");
    var mask = new boolean[WIDTH * HEIGHT];
    for (int pixel = 0; pixel < mask.length; pixel++) {
      mask[pixel] = rows.charAt(pixel) == 'o';
    }
    boolean[] moved = MovedMask.of(mask, WIDTH, HEIGHT, dy_px, dx_px);
    var text = new StringBuilder();
    for (int pixel = 0; pixel < moved.length; pixel++) {
      text.append(moved[pixel] ? 'o' : '.').append(pixel % WIDTH == WIDTH - 1 ? "\n" : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.4, -0.4", "-0.5, 0.5"})
  void lessThanHalfAPixelMovesNoMask(double dy_px, double dx_px) {
    assertEquals(HOLE, moved(HOLE, dy_px, dx_px));
  }

  /** The hole stays, the same hole is where it was moved to, and what came from outside is none. */
  @Test
  void aLookThatLayToTheRightMovesToTheLeft() {
    assertEquals(
        """
        oooo.
        o..o.
        oooo.
        """,
        moved(HOLE, 0, 1.4));
  }

  @Test
  void aLookThatLayAboveAndToTheLeftMovesDownAndToTheRight() {
    assertEquals(
        """
        .....
        ...oo
        ..oo.
        """,
        moved(HOLE, -1, -2));
  }

  @Test
  void whatComesFromOutsideAltogetherHoldsNowhere() {
    assertEquals(".....\n".repeat(3), moved(HOLE, 3, 0));
    assertEquals(".....\n".repeat(3), moved(HOLE, 0, -5));
    assertEquals(".....\n".repeat(3), moved(HOLE, 40, -50));
  }
}
