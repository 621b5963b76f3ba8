package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourhoodSumTest {
  private static final byte N = PixelState.UNSEEN;
  private static final byte F = PixelState.FLAGGED;
  private static final byte V = PixelState.VALID;

  @Test
  void validCentreAddsValidNeighboursAndFlaggedCentreAllClearOnes() {
    float[][] u = {
      {
        1, 2, 4, //
        8, 16, Float.NaN, //
        32, 64, 128
      }
    };
    byte[] state = {
      V, V, F, //
      V, V, N, //
      V, F, V
    };
    float[][] w = NeighbourhoodSum.of(u, state, 3, 3);
    double[] expected = {
      27 / Math.sqrt(4), 27 / Math.sqrt(4), 22 / Math.sqrt(3.6), //
      59 / Math.sqrt(5), 187 / Math.sqrt(6), 0, //
      56 / Math.sqrt(3.6), 248 / Math.sqrt(5), 144 / Math.sqrt(3.6)
    };
    for (int pixel = 0; pixel < 9; pixel++) {
      assertEquals(expected[pixel], w[0][pixel], 1e-5, "pixel " + pixel);
    }
  }

  @Test
  void vectorsAreShortenedToThirtyAndUnseenOnesAreNothing() {
    float[][] u = {{30, 3, Float.NaN}, {40, 4, 7}};
    var look = LookVectors.of(0, u, new byte[] {V, F, N}, 3, 1);
    assertArrayEquals(new float[] {18, 3, 0}, look.u()[0], 1e-5f);
    assertArrayEquals(new float[] {24, 4, 0}, look.u()[1], 1e-5f);
  }

  @Test
  void nullScaleIsTheMedianSizeOfValidPixelsAgainstANormal() {
    float[][] w = {{1, -2, 3, 1000}, {10, 20, -30, Float.NaN}};
    var state = new byte[] {V, V, V, F};
    var look = new LookVectors(0, new float[2][4], w, state);
    double[] scale = NeighbourhoodSum.nullScale(List.of(look, look));
    assertEquals(2 / 0.6744897501960817, scale[0], 1e-9);
    assertEquals(20 / 0.6744897501960817, scale[1], 1e-9);
    look.divideW(scale);
    assertEquals(0.6744897501960817, look.w()[1][1], 1e-6);
  }
}
