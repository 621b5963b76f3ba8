package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.change.LinearMap;

class CloudScreenTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 31;
  private static final OpticalBands BANDS =
      OpticalBands.of(List.of("blue", "green", "red", "nir", "swir16")).orElseThrow();
  private static final float[] GROUND = {0.1f, 0.14f, 0.2f, 0.28f, 0.34f};
  private static final float[] HAZE = {0.06f, 0.05f, 0.04f, 0.03f, 0.01f};

  private final float[][] look = ground();
  private final boolean[] valid = all();
  private final boolean[] masked = new boolean[WIDTH * HEIGHT];

  @Test
  void nothingIsFlaggedOnTheGroundItself() {
    checkFlagged(0, 0, 0, 0);
  }

  @Test
  void hazeIsFlaggedWithItsRim() {
    add(10, 12, 8, 11, HAZE);
    checkFlagged(8, 14, 6, 13);
  }

  @Test
  void lineOfHazeIsNoCloud() {
    add(10, 10, 8, 20, HAZE);
    checkFlagged(0, 0, 0, 0);
  }

  /** New bare soil brightens red more than blue. */
  @Test
  void brightGroundIsNoCloud() {
    add(10, 14, 8, 12, new float[] {0.04f, 0.07f, 0.11f, 0.12f, 0.12f});
    checkFlagged(0, 0, 0, 0);
  }

  @Test
  void shadowIsFlaggedNearACloudOnly() {
    multiply(20, 22, 20, 23, 0.7f);
    checkFlagged(0, 0, 0, 0);
    masked[16 * WIDTH + 20] = true;
    checkFlagged(18, 24, 18, 25);
  }

  /** Ten steps along rows and columns, not ten in each: one pixel is reached, then its rim. */
  @Test
  void nearIsCountedInSteps() {
    multiply(20, 21, 20, 21, 0.7f);
    masked[14 * WIDTH + 15] = true;
    checkFlagged(0, 0, 0, 0);
    masked[14 * WIDTH + 16] = true;
    checkFlagged(18, 22, 18, 22);
  }

  @Test
  void pixelsOutsideOfTheImageAreNoCloud() {
    multiply(20, 22, 20, 23, 0.7f);
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 24; column < WIDTH; column++) {
        valid[row * WIDTH + column] = false;
        for (float[] plane : look) {
          plane[row * WIDTH + column] = Float.NaN;
        }
      }
    }
    checkFlagged(0, 0, 0, 0);
  }

  @Test
  void snowIsFlaggedAsADiamond() {
    set(10, 10, 8, 8, new float[] {0.6f, 0.6f, 0.6f, 0.6f, 0.1f});
    String[] expected = new String[HEIGHT];
    Arrays.fill(expected, ".".repeat(WIDTH));
    expected[8] = row(8, 1);
    expected[9] = row(7, 3);
    expected[10] = row(6, 5);
    expected[11] = row(7, 3);
    expected[12] = row(8, 1);
    assertEquals(String.join("\n", expected) + "\n", MaskMorphologyTest.picture(flag(), WIDTH));
  }

  @Test
  void whatWasNotValidIsNotFlagged() {
    add(10, 12, 8, 11, HAZE);
    Arrays.fill(valid, 0, 12 * WIDTH, false);
    checkFlagged(12, 14, 6, 13);
  }

  @Test
  void pixelsWithoutModelAreNotJudged() {
    add(10, 12, 8, 11, HAZE);
    float[][] predicted = ground();
    for (float[] plane : predicted) {
      Arrays.fill(plane, Float.NaN);
    }
    assertArrayEquals(
        new boolean[valid.length],
        CloudScreen.flag(look, predicted, valid, masked, BANDS, WIDTH, HEIGHT));
  }

  /** A noisy scene asks for more: four of its own sigmas. */
  @Test
  void thresholdRisesWithTheNoiseOfTheScene() {
    var random = new Random(8);
    for (int i = 0; i < valid.length; i++) {
      look[0][i] += (float) (0.02 * random.nextGaussian());
    }
    add(10, 12, 8, 11, HAZE);
    checkFlagged(0, 0, 0, 0);
  }

  @Test
  void bandsAreFoundByName() {
    OpticalBands bands =
        OpticalBands.of(List.of("swir22", "nir", "blue", "swir16", "green", "red")).orElseThrow();
    assertEquals(2, bands.blue());
    assertEquals(3, bands.swir16());
    assertEquals(0, bands.swir22().orElseThrow());
    assertTrue(OpticalBands.of(List.of("blue", "green", "red", "nir")).isEmpty());
  }

  /**
   * Prototype: three looks, values under the mask left in. Predictions there in double, here
   * float32: two pixels of a look may differ.
   */
  @Test
  void flagsThreeLooksAsThePrototype() {
    var bands =
        OpticalBands.of(List.of("blue", "green", "red", "nir", "swir16", "swir22")).orElseThrow();
    float[][][] predicted = NpyFile.oracle("s4_predicted").cube();
    float[][][] looks = NpyFile.oracle("s4_look").cube();
    boolean[][] seen = NpyFile.oracle("s4_valid").masks();
    boolean[][] expected = NpyFile.oracle("s5_flag").masks();
    double[] line = NpyFile.oracle("s4_line").doubles();
    for (int i = 0; i < looks.length; i++) {
      for (int band = 0; band < 6; band++) {
        var map = new LinearMap(line[(i * 6 + band) * 2], line[(i * 6 + band) * 2 + 1]);
        for (int pixel = 0; pixel < 48 * 48; pixel++) {
          looks[i][band][pixel] = (float) map.apply(looks[i][band][pixel]);
        }
      }
      var hidden = new boolean[48 * 48];
      for (int pixel = 0; pixel < hidden.length; pixel++) {
        hidden[pixel] = !seen[i][pixel];
      }
      boolean[] found = CloudScreen.flag(looks[i], predicted[i], seen[i], hidden, bands, 48, 48);
      int differing = 0;
      for (int pixel = 0; pixel < hidden.length; pixel++) {
        differing += found[pixel] != expected[i][pixel] ? 1 : 0;
      }
      assertTrue(differing <= 2, differing + " pixels of look " + i);
    }
  }

  private boolean[] flag() {
    return CloudScreen.flag(look, ground(), valid, masked, BANDS, WIDTH, HEIGHT);
  }

  /** Exactly the rectangle [top, bottom] × [left, right] is flagged; all 0 = nothing. */
  private void checkFlagged(int top, int bottom, int left, int right) {
    var expected = new boolean[WIDTH * HEIGHT];
    for (int row = top; row <= bottom && bottom > 0; row++) {
      Arrays.fill(expected, row * WIDTH + left, row * WIDTH + right + 1, true);
    }
    assertEquals(
        MaskMorphologyTest.picture(expected, WIDTH), MaskMorphologyTest.picture(flag(), WIDTH));
  }

  private void add(int top, int bottom, int left, int right, float[] change) {
    for (int band = 0; band < look.length; band++) {
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          look[band][row * WIDTH + column] += change[band];
        }
      }
    }
  }

  private void set(int top, int bottom, int left, int right, float[] values) {
    for (int band = 0; band < look.length; band++) {
      for (int row = top; row <= bottom; row++) {
        Arrays.fill(look[band], row * WIDTH + left, row * WIDTH + right + 1, values[band]);
      }
    }
  }

  private void multiply(int top, int bottom, int left, int right, float factor) {
    float[] darker = GROUND.clone();
    for (int band = 0; band < darker.length; band++) {
      darker[band] *= factor;
    }
    set(top, bottom, left, right, darker);
  }

  private static String row(int start, int length) {
    return ".".repeat(start) + "#".repeat(length) + ".".repeat(WIDTH - start - length);
  }

  private static float[][] ground() {
    var planes = new float[GROUND.length][WIDTH * HEIGHT];
    for (int band = 0; band < planes.length; band++) {
      Arrays.fill(planes[band], GROUND[band]);
    }
    return planes;
  }

  private static boolean[] all() {
    var pixels = new boolean[WIDTH * HEIGHT];
    Arrays.fill(pixels, true);
    return pixels;
  }
}
