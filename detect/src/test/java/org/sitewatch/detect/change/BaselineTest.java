package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final float NAN = Float.NaN;

  @Test
  void looksThatDidNotSeeAPixelAreLeftOut() {
    float[][] planes = {{1, 1, 1, NAN}, {2, 9, NAN, NAN}, {9, 3, NAN, NAN}};
    boolean[][] seen = {
      {true, true, true, false}, {true, false, false, false}, {true, true, false, false}
    };
    var unchanged = new LinearMap(0, 1);
    var median = new float[4];
    var spread = new float[4];
    Baseline.medianAndSpread(
        planes, seen, new LinearMap[] {unchanged, unchanged, unchanged}, median, spread);
    assertArrayEquals(new float[] {2, 2, 1, NAN}, median);
    assertArrayEquals(new float[] {1.4826022f, 1.4826022f, 0, NAN}, spread);
    assertArrayEquals(new int[] {3, 2, 1, 0}, Baseline.counts(seen, 4));
  }

  @Test
  void spreadIsThatOfSortedDistances() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int looks = 1 + random.nextInt(9);
      var planes = new float[looks][1];
      var seen = new boolean[looks][1];
      var maps = new LinearMap[looks];
      var values = new double[looks];
      for (int look = 0; look < looks; look++) {
        planes[look][0] = random.nextInt(12);
        seen[look][0] = true;
        maps[look] = new LinearMap(0, 1);
        values[look] = planes[look][0];
      }
      var median = new float[1];
      var spread = new float[1];
      Baseline.medianAndSpread(planes, seen, maps, median, spread);
      assertEquals(Median.of(values, looks), median[0], 1e-6, "seed " + seed);
      assertEquals(Median.scale(values, looks, median[0]), spread[0], 1e-5, "seed " + seed);
    }
  }

  /** More pixels than a block has, some seen by all looks, some by none; NaN where unseen. */
  @Test
  void everyPixelIsThatOfItsOwnClearLooks() {
    var random = new Random(5);
    int pixels = 2 * FloatBlock.SIZE + 77;
    for (int looks = 1; looks <= 12; looks++) {
      var planes = new float[looks][pixels];
      var seen = new boolean[looks][pixels];
      var maps = new LinearMap[looks];
      for (int look = 0; look < looks; look++) {
        maps[look] = new LinearMap(0.1 * look, 1 + 0.05 * look);
        for (int i = 0; i < pixels; i++) {
          seen[look][i] = i < FloatBlock.SIZE || i % 50 != 0 && random.nextInt(3) > 0;
          planes[look][i] = seen[look][i] ? (float) random.nextGaussian() : NAN;
        }
      }
      var median = new float[pixels];
      var spread = new float[pixels];
      Baseline.medianAndSpread(planes, seen, maps, median, spread);
      var medianAlone = new float[pixels];
      Baseline.median(planes, seen, maps, medianAlone);
      assertArrayEquals(median, medianAlone);
      for (int i = 0; i < pixels; i++) {
        var values = new double[looks];
        int count = 0;
        for (int look = 0; look < looks; look++) {
          if (seen[look][i]) {
            values[count++] = (float) maps[look].apply(planes[look][i]);
          }
        }
        String what = looks + " looks, pixel " + i;
        double expected = Median.of(values, count);
        assertEquals(expected, median[i], 1e-6, what);
        assertEquals(Median.scale(values, count, expected), spread[i], 1e-5, what);
      }
    }
  }
}
