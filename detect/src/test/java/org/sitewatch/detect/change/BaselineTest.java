package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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
}
