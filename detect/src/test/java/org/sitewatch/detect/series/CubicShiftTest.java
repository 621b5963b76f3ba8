package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CubicShiftTest {
  private static final float[] PICTURE = {
    1, 2, 4, 3, 0, //
    0, 5, 1, 2, 2, //
    3, 3, 6, 1, 4, //
    2, 0, 1, 7, 5
  };

  /** {@code scipy.ndimage.shift(picture, (0.3, -1.6), order=3, mode='nearest')}. */
  @Test
  void equalsScipy() {
    float[] expected = {
      3.5087132f, 4.1630105f, 0.874455f, -0.3819219f, -0.0999962f, //
      2.5487321f, 1.7730679f, 1.9808642f, 1.1157391f, 1.3259645f, //
      5.333182f, 1.9881612f, 1.9904592f, 3.8386867f, 3.3932977f, //
      1.4666277f, 4.6136731f, 5.1849879f, 4.738301f, 4.8492244f
    };
    assertArrayEquals(expected, shifted(PICTURE, PICTURE, 0.3, -1.6), 2e-6f);
  }

  @Test
  void wholePixelsAreMovedAndTheBorderGoesOn() {
    float[] expected = {
      1, 1, 2, 4, 3, //
      1, 1, 2, 4, 3, //
      0, 0, 5, 1, 2, //
      3, 3, 3, 6, 1
    };
    assertArrayEquals(expected, shifted(PICTURE, PICTURE, 1, 1), 1e-6f);
  }

  @Test
  void noShiftChangesNothing() {
    assertArrayEquals(PICTURE, shifted(PICTURE, PICTURE, 0, 0), 1e-6f);
  }

  @Test
  void farShiftLeavesTheCorner() {
    for (float value : shifted(PICTURE, PICTURE, 40, 40)) {
      assertEquals(PICTURE[0], value, 1e-5);
    }
  }

  @Test
  void unseenPixelTakesTheFillAndStaysUnseen() {
    var holed = PICTURE.clone();
    holed[7] = Float.NaN;
    float[] expected = shifted(PICTURE, PICTURE, 0.4, 0.2);
    expected[7] = Float.NaN;
    assertArrayEquals(expected, shifted(holed, PICTURE, 0.4, 0.2));
  }

  @Test
  void pixelUnseenInTheFillTooLeaksNowhere() {
    var holed = PICTURE.clone();
    holed[7] = Float.NaN;
    float[] out = shifted(holed, holed, 0.4, 0.2);
    for (int i = 0; i < out.length; i++) {
      assertEquals(i == 7, Float.isNaN(out[i]), "pixel " + i);
    }
  }

  @Test
  void nothingSeenStaysUnseen() {
    var unseen = new float[20];
    java.util.Arrays.fill(unseen, Float.NaN);
    assertArrayEquals(unseen, shifted(unseen, PICTURE, 0.4, 0.2));
  }

  @Test
  void thereAndBackIsNearlyTheSameOnSmoothGround() {
    var smooth = new float[40 * 30];
    var random = new Random(3);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = random.nextFloat();
    }
    GaussianBlur.blur(smooth, 40, 30, 2, smooth);
    var there = new float[smooth.length];
    CubicShift.shift(smooth, smooth, 40, 30, 0.37, -0.21, there);
    CubicShift.shift(there, there, 40, 30, -0.37, 0.21, there);
    for (int row = 3; row < 27; row++) {
      for (int column = 3; column < 37; column++) {
        assertEquals(smooth[row * 40 + column], there[row * 40 + column], 2e-4);
      }
    }
  }

  /** Prototype: float32 in and out, double between; only the last digit may differ. */
  @Test
  void movesALookAsThePrototype() {
    NpyFile image = NpyFile.oracle("s2_image");
    double[] shift = NpyFile.oracle("s2_shift").doubles();
    float[] look = image.floats(0, 64 * 64);
    assertTrue(Math.abs(shift[0]) + Math.abs(shift[1]) > 0.1, "the oracle moves the look");
    var out = new float[look.length];
    CubicShift.shift(look, look, 64, 64, -shift[0], -shift[1], out);
    assertArrayEquals(NpyFile.oracle("s2_moved").floats(0, 64 * 64), out, 3e-7f);
  }

  private static float[] shifted(float[] plane, float[] fill, double dy, double dx) {
    var out = new float[plane.length];
    CubicShift.shift(plane, fill, 5, 4, dy, dx, out);
    return out;
  }
}
