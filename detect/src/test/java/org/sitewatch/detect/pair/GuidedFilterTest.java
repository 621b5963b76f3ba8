package org.sitewatch.detect.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GuidedFilterTest {
  private static final int WIDTH = 7;
  private static final int SIZE = 35;

  private static boolean[] all() {
    var valid = new boolean[SIZE];
    Arrays.fill(valid, true);
    return valid;
  }

  @Test
  void flatPlaneStaysFlat() {
    var plane = new float[SIZE];
    var guide = new float[1][SIZE];
    Arrays.fill(plane, 3);
    for (int pixel = 0; pixel < SIZE; pixel++) {
      guide[0][pixel] = pixel * pixel % 11;
    }
    var smooth = new float[SIZE];
    GuidedFilter.smooth(guide, plane, all(), WIDTH, 1, 0.5, smooth);
    assertArrayEquals(plane, smooth, 1e-5f);
  }

  @Test
  void edgeOfTheGuideIsKeptAndAnotherIsNot() {
    var step = new float[SIZE];
    for (int pixel = 0; pixel < SIZE; pixel++) {
      step[pixel] = pixel % WIDTH >= 3 ? 1 : 0;
    }
    var along = new float[SIZE];
    GuidedFilter.smooth(new float[][] {step}, step, all(), WIDTH, 1, 1e-4, along);
    assertArrayEquals(step, along, 0.01f);
    var across = new float[SIZE];
    GuidedFilter.smooth(new float[1][SIZE], step, all(), WIDTH, 1, 1e-4, across);
    assertEquals(1 / 3.0, across[2 * WIDTH + 2], 0.01);
  }

  @Test
  void whatIsNotValidTakesNoPart() {
    var plane = new float[SIZE];
    var valid = all();
    plane[17] = Float.NaN;
    valid[17] = false;
    var smooth = new float[SIZE];
    GuidedFilter.smooth(new float[1][SIZE], plane, valid, WIDTH, 1, 0.5, smooth);
    assertTrue(Float.isNaN(smooth[17]));
    assertEquals(0, smooth[18]);
  }
}
