package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftScreenTest {
  private static final int WIDTH = 170;
  private static final int HEIGHT = 150;

  /** Patches of five pixels, each with its own light, seen from a place. */
  private static float[] ground(int dy, int dx) {
    var plane = new float[WIDTH * HEIGHT];
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        long patch = Math.floorDiv(row - dy, 5) * 1009L + Math.floorDiv(column - dx, 5);
        plane[row * WIDTH + column] = new Random(1 + patch * 7919).nextFloat();
      }
    }
    return plane;
  }

  /** Not seen within a distance of the middle of the window. */
  private static float[] clouded(float[] plane, int distance) {
    for (int row = HEIGHT / 2 - distance; row < HEIGHT / 2 + distance; row++) {
      int from = row * WIDTH + WIDTH / 2 - distance;
      Arrays.fill(plane, from, from + 2 * distance, Float.NaN);
    }
    return plane;
  }

  /** With 50, nothing of the part that is looked at first is seen. */
  @ParameterizedTest
  @CsvSource({"0", "20", "50"})
  void nearIsToldFromFarWhereverTheCloudIs(int distance) {
    float[] here = ground(0, 0);
    assertTrue(ShiftScreen.liesNear(clouded(ground(0, 0), distance), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(clouded(ground(1, 0), distance), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(clouded(ground(0, 3), distance), here, WIDTH, HEIGHT));
  }

  @ParameterizedTest
  @CsvSource({"0", "50"})
  void groundWithoutTextureIsNotKnownToBeNear(int distance) {
    float[] flat = clouded(new float[WIDTH * HEIGHT], distance);
    assertFalse(ShiftScreen.liesNear(flat, new float[WIDTH * HEIGHT], WIDTH, HEIGHT));
  }

  @ParameterizedTest
  @CsvSource({"70", "75"})
  void tooLittleSeenIsNotKnownToBeNear(int distance) {
    float[] rest = clouded(ground(0, 0), distance);
    Arrays.fill(rest, 0, HEIGHT * WIDTH / 2, Float.NaN);
    for (int row = 0; row < HEIGHT; row++) {
      Arrays.fill(rest, row * WIDTH, row * WIDTH + WIDTH / 2 + 68, Float.NaN);
    }
    assertFalse(ShiftScreen.liesNear(rest, ground(0, 0), WIDTH, HEIGHT));
  }
}
