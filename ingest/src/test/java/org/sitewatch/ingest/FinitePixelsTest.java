package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FinitePixelsTest {
  private static final long SEED = 3;
  private static final float[] ODD = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    -0f,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  @Test
  void aPixelIsFiniteIfItIsInEveryBandThatIsThere() {
    var random = new Random(SEED);
    for (int pixels : new int[] {0, 1, 1023, 1024, 1025, 2050}) {
      var planes = new float[4][pixels];
      planes[2] = null;
      var expected = new boolean[pixels];
      Arrays.fill(expected, true);
      for (float[] plane : planes) {
        for (int i = 0; plane != null && i < pixels; i++) {
          boolean isOdd = random.nextInt(5) == 0 || i == pixels - 1;
          plane[i] = isOdd ? ODD[random.nextInt(ODD.length)] : random.nextFloat();
          expected[i] &= Float.isFinite(plane[i]);
        }
      }
      var finite = new boolean[pixels];
      var next = new int[1];
      FinitePixels.tell(
          planes,
          pixels,
          (from, count, doubts) -> {
            assertEquals(next[0], from);
            next[0] += count;
            for (int i = 0; i < count; i++) {
              finite[from + i] = doubts[i] == 0;
            }
          });
      assertEquals(pixels, next[0]);
      assertArrayEquals(expected, finite, pixels + " pixels, seed " + SEED);
    }
  }
}
