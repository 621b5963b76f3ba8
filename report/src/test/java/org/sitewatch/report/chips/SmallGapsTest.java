package org.sitewatch.report.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmallGapsTest {

  @Test
  void smallGapsAreClosedAndLargeOnesAndBaysAreNot() {
    check(
        """
        ..........
        .########.
        .#.#....#.
        .###....#.
        .#.#....#.
        .########.
        ...######.
        """,
        """
        ..........
        .########.
        .###....#.
        .###....#.
        .###....#.
        .########.
        ...######.
        """);
  }

  @Test
  void whatReachesTheEdgeIsNoGap() {
    check("##.\n###\n", "##.\n###\n");
  }

  private static void check(String object, String closed) {
    int width = object.indexOf('\n');
    String cells = object.replace("\n", "");
    boolean[] mask = new boolean[cells.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = cells.charAt(i) == '#';
    }
    boolean[] result = SmallGaps.closed(mask, width);
    var drawn = new StringBuilder();
    for (int i = 0; i < result.length; i++) {
      drawn.append(result[i] ? '#' : '.').append(i % width == width - 1 ? "\n" : "");
    }
    assertEquals(closed, drawn.toString());
  }
}
