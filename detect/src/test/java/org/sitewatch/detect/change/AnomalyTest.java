package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks against the formula pixel by pixel; sizes that are no multiple of a block. */
class AnomalyTest {
  private static final int PIXELS = 2 * FloatBlock.SIZE + 37;

  private static float[] plane(long seed, double least) {
    var random = new Random(seed);
    var plane = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      double value = random.nextGaussian();
      plane[i] = (float) (least >= 0 ? least + Math.abs(value) : value);
    }
    return plane;
  }

  @Test
  void blocksGiveEachPixelTheFormulaToTheLastBit() {
    float[] look = plane(1, -1);
    float[] median = plane(2, -1);
    float[] spread = plane(3, 0);
    float[] edge = plane(4, 0);
    look[5] = Float.NaN;
    median[FloatBlock.SIZE] = Float.NaN;
    var z = new float[PIXELS];
    var squares = new double[PIXELS];
    squares[3] = 2;

    Anomaly.of(look, median, spread, edge, z, squares);

    var difference = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      difference[i] = look[i] - median[i];
    }
    double[] sample = Sample.ofNumbers(difference);
    double floor = Median.scale(sample, sample.length, 0);
    for (int i = 0; i < PIXELS; i++) {
      double noise2 = (double) spread[i] * spread[i] + floor * floor;
      float plain = difference[i] / (float) Math.sqrt(noise2);
      float full = difference[i] / (float) Math.sqrt(noise2 + (double) edge[i] * edge[i]);
      assertEquals(full, z[i], "z at " + i);
      assertEquals((i == 3 ? 2 : 0) + (double) plain * plain, squares[i], "square at " + i);
    }
    assertTrue(Float.isNaN(z[5]) && Float.isNaN(z[FloatBlock.SIZE]));
  }

  @Test
  void lengthIsTheRootMeanSquareOfTheBandsToTheLastBit() {
    float[][] z = {plane(1, -1), plane(2, -1), plane(3, -1)};
    z[1][7] = Float.NaN;
    var length = new float[PIXELS];

    Anomaly.length(z, length);

    for (int i = 0; i < PIXELS; i++) {
      double sum = 0;
      for (float[] band : z) {
        sum += (double) band[i] * band[i];
      }
      assertEquals((float) Math.sqrt(sum / 3), length[i], "at " + i);
    }
  }
}
