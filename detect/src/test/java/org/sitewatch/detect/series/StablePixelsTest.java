package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class StablePixelsTest {

  /** Medians 2 and 10; unrest 1, 1.15, 1, 1.25, 3, none: 1.2 times its median 1.15 is 1.38. */
  @Test
  void worstBandDecides() {
    float nan = Float.NaN;
    float[][] sigma = {
      {2, 2.3f, 1, 2, 6, nan}, //
      {10, 10, 5, 12.5f, 10, nan}
    };
    boolean[] expected = {true, true, true, true, false, false};
    assertArrayEquals(
        expected, StablePixels.of(new HarmonicModel(new float[2][5][6], sigma, new int[6])));
  }

  @Test
  void noModelNothingStable() {
    float[][] sigma = {{Float.NaN, Float.NaN}};
    assertArrayEquals(
        new boolean[2], StablePixels.of(new HarmonicModel(new float[1][5][2], sigma, new int[2])));
  }
}
