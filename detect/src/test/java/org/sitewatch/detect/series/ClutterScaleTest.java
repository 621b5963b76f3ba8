package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClutterScaleTest {
  @Test
  void insideEqualsThePrototype() {
    int size = RingContrastTest.SIZE;
    boolean[][] valid = HashedSeries.clear(4, 12, size, 0.8);
    float[][][] u = Oracle.cube("clutter-before", 2, 2);
    float[][][] expected = Oracle.cube("clutter-after", 2, 2);
    for (int look = 0; look < 2; look++) {
      boolean[] mask = valid[10 + look];
      float[] before = u[look][0].clone();
      ClutterScale.divide(u[look], mask, size, size);
      int damped = 0;
      for (int pixel = 0; pixel < before.length; pixel++) {
        damped += before[pixel] != u[look][0][pixel] ? 1 : 0;
      }
      assertTrue(damped > 500, "damped " + damped);
      for (int band = 0; band < 2; band++) {
        // Its box means are float32: 1e-5 of sums up to 9 × 968.
        boolean[] inside = RingContrastTest.inside(mask);
        Oracle.assertAlike(expected[look][band], u[look][band], inside, 2e-4);
      }
    }
  }

  @Test
  void loudSurroundingsAreDampedByTheirRootAndQuietOnesAreNotRaised() {
    int width = 90;
    int height = 41;
    var u = new float[2][width * height];
    var valid = new boolean[width * height];
    java.util.Arrays.fill(valid, true);
    for (float[] plane : u) {
      for (int pixel = 0; pixel < plane.length; pixel++) {
        plane[pixel] = pixel % width < 45 ? 2 : 0.5f;
      }
    }
    ClutterScale.divide(u, valid, width, height);
    assertEquals(1, u[1][20 * width + 10], 1e-6);
    assertEquals(0.5, u[1][20 * width + 80], 1e-6);
  }

  @Test
  void loudnessOfOnePixelIsCutAtNine() {
    var u = new float[1][41 * 41];
    var valid = new boolean[41 * 41];
    java.util.Arrays.fill(valid, true);
    java.util.Arrays.fill(u[0], 1);
    u[0][20 * 41 + 20] = 1000;
    ClutterScale.divide(u, valid, 41, 41);
    assertEquals(1000, u[0][20 * 41 + 20], 1e-3);
    // Of the ring around it 4 columns lie outside.
    double ring = 33 * 29 - 11 * 11;
    double mean = (9 + ring - 1) / ring;
    assertEquals(1 / Math.sqrt(mean), u[0][20 * 41 + 28], 1e-6);
  }

  @Test
  void ringWithoutEnoughPixelsTakesTheWholeLook() {
    var u = new float[1][100 * 100];
    var valid = new boolean[100 * 100];
    java.util.Arrays.fill(u[0], Float.NaN);
    u[0][0] = 1;
    valid[0] = true;
    for (int pixel = 9500; pixel < 9700; pixel++) {
      valid[pixel] = true;
      u[0][pixel] = 2;
    }
    ClutterScale.divide(u, valid, 100, 100);
    assertEquals(1 / Math.sqrt((1 + 4 * 200) / 201.0), u[0][0], 1e-6);
    assertEquals(Float.NaN, u[0][1]);
  }
}
