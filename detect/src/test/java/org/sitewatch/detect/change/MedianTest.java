package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void evenCountTakesTheMeanOfTheMiddleTwo() {
    assertEquals(2.5, Median.of(new double[] {4, 1, 3, 2, 99}, 4));
  }

  @Test
  void nothingHasNoMedian() {
    assertTrue(Double.isNaN(Median.of(new double[0], 0)));
  }

  @Test
  void scaleOfANormalSampleIsItsStandardDeviation() {
    double[] sample = new Random(3).doubles(20001).map(u -> 0).toArray();
    var random = new Random(3);
    Arrays.setAll(sample, i -> 5 + 2 * random.nextGaussian());
    assertEquals(2, Median.scale(sample, sample.length, 5), 0.05);
  }

  @Test
  void selectionEqualsSorting() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      double[] values = random.ints(1 + random.nextInt(40), 0, 12).asDoubleStream().toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int rank = random.nextInt(values.length);
      assertEquals(sorted[rank], Median.select(values, values.length, rank), "seed " + seed);
    }
  }

  @Test
  void theMedianOfManyEqualsThatOfSortedValuesHoweverTheyLie() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      int shape = seed % 6;
      var values = new double[200 + random.nextInt(3000)];
      Arrays.setAll(values, i -> value(shape, i, random));
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int half = sorted.length / 2;
      double expected =
          sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);

      assertEquals(expected, Median.of(values, values.length), "seed " + seed);
    }
  }

  private static double value(int shape, int i, Random random) {
    return switch (shape) {
      case 0 -> random.nextGaussian();
      case 1 -> Math.exp(20 * random.nextGaussian());
      case 2 -> random.nextInt(3);
      case 3 -> i % 2 == 0 ? -1 : 1 + random.nextDouble();
      case 4 -> random.nextInt(50) == 0 ? Double.POSITIVE_INFINITY : random.nextGaussian();
      default -> i == 0 ? 1e300 : 7;
    };
  }
}
