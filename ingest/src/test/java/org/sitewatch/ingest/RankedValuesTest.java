package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankedValuesTest {

  @Test
  void everyPlaceHoldsWhatSortingWouldPutThere() {
    var random = new Random(7);
    for (int count : new int[] {1, 2, 3, 200, 4096}) {
      var values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) (0.1 + 0.03 * random.nextGaussian());
      }
      check(values);
    }
  }

  @Test
  void equalCodesAreTold() {
    var random = new Random(8);
    var values = new float[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(40) * 1e-4f;
    }
    check(values);
  }

  @Test
  void numbersOfAllSizesAndSignsKeepTheirOrder() {
    check(
        new float[] {
          0f,
          -0f,
          Float.MAX_VALUE,
          -Float.MAX_VALUE,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.NaN,
          Float.MIN_VALUE,
          -1e-30f,
          0.2f,
          0.2f,
          -3f
        });
  }

  @Test
  void oneOutlierDoesNotMoveTheOthers() {
    var values = new float[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1f + i * 37 % 300 * 1e-7f;
    }
    values[150] = 1e30f;
    check(values);
  }

  private static void check(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    var ranked = new RankedValues(values, values.length);
    for (int rank = 0; rank < sorted.length; rank++) {
      assertEquals(
          Float.floatToIntBits(sorted[rank]),
          Float.floatToIntBits(ranked.at(rank)),
          "rank " + rank);
    }
  }
}
