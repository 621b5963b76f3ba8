package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftScreenTest {
  private static final int WIDTH = 170;
  private static final int HEIGHT = 150;

  /** Patches of seven pixels, each with its own light, seen from a place. */
  private static float[] ground(int dy, int dx) {
    return ground(WIDTH, HEIGHT, dy, dx);
  }

  private static float[] ground(int width, int height, int dy, int dx) {
    var plane = new float[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        long patch = Math.floorDiv(row - dy, 7) * 1009L + Math.floorDiv(column - dx, 7);
        plane[row * width + column] = new Random(1 + patch * 7919).nextFloat();
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

  @ParameterizedTest
  @CsvSource({"0", "20", "50"})
  void nearIsToldFromFarWhereverTheCloudIs(int distance) {
    float[] here = ground(0, 0);
    assertTrue(ShiftScreen.liesNear(clouded(ground(0, 0), distance), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(clouded(ground(1, 0), distance), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(clouded(ground(-1, 0), distance), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(clouded(ground(0, 3), distance), here, WIDTH, HEIGHT));
  }

  /** Of 312 rows every twelfth, with the three on either side: between them ground lies aside. */
  @Test
  void aLargeWindowIsLookedAtEveryTwelfthRowAllOver() {
    int side = 320;
    float[] here = ground(side, side, 0, 0);
    assertTrue(ShiftScreen.liesNear(here, here, side, side));
    assertFalse(ShiftScreen.liesNear(ground(side, side, 1, 0), here, side, side));
    float[] between = ground(side, side, 0, 3);
    for (int row = 0; row < side; row++) {
      boolean isBetween = row > 4 && (row - 4) % 12 > 3 && (row - 4) % 12 < 9;
      System.arraycopy(isBetween ? between : here, row * side, between, row * side, side);
    }
    assertTrue(ShiftScreen.liesNear(between, here, side, side));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "8,8", "9,9", "8,300", "300,8"})
  void aWindowWithoutAPixelInsideItsBorderIsNotKnownToBeNear(int width, int height) {
    var plane = new float[width * height];
    assertFalse(ShiftScreen.liesNear(plane, plane, width, height));
  }

  @ParameterizedTest
  @CsvSource({"0", "50"})
  void groundWithoutTextureIsNotKnownToBeNear(int distance) {
    float[] flat = clouded(new float[WIDTH * HEIGHT], distance);
    assertFalse(ShiftScreen.liesNear(flat, new float[WIDTH * HEIGHT], WIDTH, HEIGHT));
  }

  /** A salt pan with a rim of fields: the rim tells. */
  @Test
  void groundWithoutTextureInTheMiddleIsNoHindrance() {
    float[] here = levelled(ground(0, 0), 55);
    assertTrue(ShiftScreen.liesNear(levelled(ground(0, 0), 55), here, WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(levelled(ground(1, 0), 55), here, WIDTH, HEIGHT));
  }

  /** All the same within a distance of the middle of the window. */
  private static float[] levelled(float[] plane, int distance) {
    for (int row = HEIGHT / 2 - distance; row < HEIGHT / 2 + distance; row++) {
      int from = row * WIDTH + WIDTH / 2 - distance;
      Arrays.fill(plane, from, from + 2 * distance, 0.5f);
    }
    return plane;
  }

  /** Fewer than 267 pixels of every fifth row, which are looked at first, more of every third. */
  @Test
  void aStripIsLookedAtMoreClosely() {
    float[] strip = ground(0, 0);
    Arrays.fill(strip, 15 * WIDTH, HEIGHT * WIDTH, Float.NaN);
    for (int row = 0; row < 15; row++) {
      Arrays.fill(strip, row * WIDTH, row * WIDTH + 86, Float.NaN);
    }
    assertTrue(ShiftScreen.liesNear(strip, ground(0, 0), WIDTH, HEIGHT));
    assertFalse(ShiftScreen.liesNear(strip, ground(1, 0), WIDTH, HEIGHT));
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
