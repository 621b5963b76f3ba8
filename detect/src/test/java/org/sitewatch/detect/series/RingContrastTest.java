package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RingContrastTest {
  static final int SIZE = 48;

  /** The planes of the script that makes the oracle: noise, three times as loud below. */
  static float[][][] halfLoud() {
    double[] z = HashedSeries.bell(3, 12 * 2 * SIZE * SIZE);
    for (int i = 0; i < z.length; i++) {
      z[i] *= i % (SIZE * SIZE) >= SIZE * SIZE / 2 ? 3 : 1;
    }
    return HashedSeries.cube(z, 12, 2);
  }

  /** Valid pixels whose ring lies inside: the prototype repeats the border, we cut at it. */
  static boolean[] inside(boolean[] valid) {
    boolean[] inside = valid.clone();
    for (int pixel = 0; pixel < inside.length; pixel++) {
      int row = pixel / SIZE;
      int column = pixel % SIZE;
      inside[pixel] &= Math.min(row, column) >= 16 && Math.max(row, column) < SIZE - 16;
    }
    return inside;
  }

  @Test
  void insideEqualsThePrototype() {
    float[][][] z = halfLoud();
    boolean[][] valid = HashedSeries.clear(4, 12, SIZE, 0.8);
    HashedSeries.blind(z, valid);
    float[][][] expected = Oracle.cube("ring", 2, 2);
    for (int look = 10; look < 12; look++) {
      RingContrast.subtract(z[look], valid[look], SIZE, SIZE);
      for (int band = 0; band < 2; band++) {
        // Its box means are float32, summed along both axes: 1e-5 of 900 pixels of size 3.
        Oracle.assertAlike(expected[look - 10][band], z[look][band], inside(valid[look]), 1e-3);
      }
    }
  }

  @Test
  void sharedLevelGoesAndASmallObjectStays() {
    var z = new float[1][40 * 30];
    var valid = new boolean[40 * 30];
    java.util.Arrays.fill(valid, true);
    java.util.Arrays.fill(z[0], 2);
    for (int row = 13; row < 17; row++) {
      java.util.Arrays.fill(z[0], row * 40 + 18, row * 40 + 22, 12);
    }
    RingContrast.subtract(z, valid, 40, 30);
    assertEquals(10, z[0][15 * 40 + 20], 1e-5);
    assertEquals(0, z[0][0], 1e-5);
    // 16 px of the ring are clipped at 3 and so count 1 too much each; the plane cuts the ring.
    double ring = 30 * 28 - 11 * 11;
    assertEquals(-16 / ring, z[0][14 * 40 + 28], 1e-5);
  }

  @Test
  void whatIsNotValidIsNeitherReadNorWritten() {
    var z = new float[1][900];
    var valid = new boolean[900];
    java.util.Arrays.fill(z[0], Float.NaN);
    for (int pixel = 0; pixel < 450; pixel++) {
      valid[pixel] = true;
      z[0][pixel] = 1;
    }
    RingContrast.subtract(z, valid, 30, 30);
    assertEquals(0, z[0][7], 1e-6);
    assertEquals(Float.NaN, z[0][600]);
  }

  @Test
  void ringOfFewPixelsIsPulledTowardsNothing() {
    var z = new float[1][60 * 60];
    var valid = new boolean[60 * 60];
    // One pixel with 6 in its ring; the others are far away.
    valid[0] = true;
    z[0][0] = 5;
    for (int column = 8; column < 14; column++) {
      valid[column] = true;
      z[0][column] = 1;
    }
    for (int pixel = 50 * 60; pixel < 52 * 60; pixel++) {
      valid[pixel] = true;
    }
    RingContrast.subtract(z, valid, 60, 60);
    assertEquals(5 - 6 / 30.0, z[0][0], 1e-6);
  }

  @Test
  void nearlyUnseenLookIsLeftAsItIs() {
    var z = new float[1][900];
    var valid = new boolean[900];
    java.util.Arrays.fill(z[0], 2);
    java.util.Arrays.fill(valid, 0, 99, true);
    float[] before = z[0].clone();
    RingContrast.subtract(z, valid, 30, 30);
    assertArrayEquals(before, z[0]);
  }
}
