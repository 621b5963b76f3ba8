package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NuisanceModesTest {
  private static final int LOOKS = 66;
  private static final int HISTORY = 60;
  private static final int BANDS = 6;
  private static final int SIZE = 24;

  /** Noise and eight patterns, the same as in the script that makes the oracle. */
  private static float[][][] patterned() {
    double[] z = HashedSeries.bell(1, LOOKS * BANDS * SIZE * SIZE);
    for (int i = 0; i < z.length; i++) {
      z[i] *= 0.5;
    }
    double[] strengths = {3.0, 2.6, 2.2, 1.9, 1.6, 1.4, 1.2, 1.0};
    for (int k = 0; k < strengths.length; k++) {
      double[] byLook = HashedSeries.bell(10 + k, LOOKS);
      double[] place = HashedSeries.bell(20 + k, BANDS * SIZE * SIZE);
      for (int i = 0; i < z.length; i++) {
        z[i] += strengths[k] * byLook[i / place.length] * place[i % place.length];
      }
    }
    return HashedSeries.cube(z, LOOKS, BANDS);
  }

  private static double product(float[][] one, float[][] other) {
    double sum = 0;
    for (int band = 0; band < one.length; band++) {
      for (int pixel = 0; pixel < one[band].length; pixel++) {
        sum += (double) one[band][pixel] * other[band][pixel];
      }
    }
    return sum;
  }

  @Test
  void modesAndWhatIsLeftEqualThePrototype() {
    float[][][] z = patterned();
    boolean[][] valid = HashedSeries.clear(2, LOOKS, SIZE, 0.85);
    HashedSeries.blind(z, valid);
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, HISTORY), 8);
    float[][][] expected = Oracle.cube("modes", 8, BANDS);
    assertEquals(8, modes.planes().length);
    for (int mode = 0; mode < 8; mode++) {
      // The sign of a mode is free. The prototype makes its Gram matrix in float32.
      assertEquals(
          1, Math.abs(product(modes.planes()[mode], expected[mode])), 1e-5, "mode " + mode);
    }
    float[][][] left = Oracle.cube("modes-removed", LOOKS - HISTORY, BANDS);
    for (int look = HISTORY; look < LOOKS; look++) {
      modes.remove(z[look], valid[look]);
      for (int band = 0; band < BANDS; band++) {
        // Residuals up to 20; strengths are solved in float32 there, in double here.
        Oracle.assertAlike(left[look - HISTORY][band], z[look][band], valid[look], 2e-3);
      }
    }
  }

  @Test
  void onePatternIsRemovedAndALocalChangeStays() {
    int looks = 20;
    int pixels = 900;
    double[] place = HashedSeries.bell(5, 2 * pixels);
    double[] noise = HashedSeries.bell(6, looks * 2 * pixels);
    double[] byLook = HashedSeries.bell(7, looks);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = 0.1 * noise[i] + byLook[i / place.length] * place[i % place.length];
    }
    float[][][] z = HashedSeries.cube(noise, looks, 2);
    boolean[][] valid = HashedSeries.clear(8, looks, 30, 0.9);
    HashedSeries.blind(z, valid);
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, looks), 1);
    for (int band = 0; band < 2; band++) {
      for (int pixel = 0; pixel < 40; pixel++) {
        z[19][band][pixel] += 10;
      }
    }
    modes.remove(z[19], valid[19]);
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (valid[19][pixel]) {
        assertEquals(pixel < 40 ? 10 : 0, z[19][0][pixel], 0.6, "pixel " + pixel);
      }
    }
  }

  @Test
  void modesAreNoMoreThanTheClearLooks() {
    float[][][] z = HashedSeries.bell(1, 10, 2, 900);
    var valid = new boolean[10][900];
    for (int look = 0; look < 10; look++) {
      int clear = look < 3 ? 900 : 449;
      java.util.Arrays.fill(valid[look], 0, clear, true);
    }
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, 10), 8);
    assertEquals(3, modes.planes().length);
    assertEquals(1, product(modes.planes()[2], modes.planes()[2]), 1e-6);
    assertEquals(0, product(modes.planes()[0], modes.planes()[2]), 1e-6);
  }

  @Test
  void pixelsOutsideTheImageDoNotMakeLooksCloudy() {
    float[][][] z = HashedSeries.bell(1, 4, 2, 900);
    var valid = new boolean[4][900];
    for (boolean[] mask : valid) {
      java.util.Arrays.fill(mask, 0, 300, true);
    }
    HashedSeries.blind(z, valid);
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, 4), 2);
    assertEquals(2, modes.planes().length);
    assertEquals(0, modes.planes()[0][0][500]);
  }

  @Test
  void noHistoryGivesNoModesAndRemovesNothing() {
    float[][][] z = HashedSeries.bell(1, 1, 2, 900);
    var modes = NuisanceModes.fit(z, new boolean[1][900], new int[] {0}, 8);
    float[] before = z[0][0].clone();
    modes.remove(z[0], HashedSeries.clear(1, 1, 30, 2)[0]);
    assertArrayEquals(before, z[0][0]);
  }

  @Test
  void lookWithFewValidPixelsIsLeftAsItIs() {
    float[][][] z = HashedSeries.bell(1, 9, 2, 900);
    boolean[][] valid = HashedSeries.clear(1, 9, 30, 2);
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, 9), 4);
    float[] before = z[0][0].clone();
    java.util.Arrays.fill(valid[0], 399, 900, false);
    modes.remove(z[0], valid[0]);
    assertArrayEquals(before, z[0][0]);
    valid[0][399] = true;
    modes.remove(z[0], valid[0]);
    assertTrue(before[0] != z[0][0][0]);
  }

  @Test
  void manyPixelsAreSampledWithoutLosingThePattern() {
    int looks = 12;
    int size = 150;
    double[] place = HashedSeries.bell(5, size * size);
    double[] byLook = HashedSeries.bell(7, looks);
    var values = new double[looks * place.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = byLook[i / place.length] * place[i % place.length];
    }
    float[][][] z = HashedSeries.cube(values, looks, 1);
    boolean[][] valid = HashedSeries.clear(8, looks, size, 0.9);
    var modes = NuisanceModes.fit(z, valid, HashedSeries.range(0, looks), 1);
    float[][][] unit = HashedSeries.cube(place, 1, 1);
    double length = Math.sqrt(product(unit[0], unit[0]));
    // A tenth is gaps; the two fillings bring most of the pattern back, not all.
    assertEquals(1, Math.abs(product(modes.planes()[0], unit[0])) / length, 1e-3);
  }
}
