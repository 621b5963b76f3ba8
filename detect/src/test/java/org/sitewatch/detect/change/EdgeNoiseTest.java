package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class EdgeNoiseTest {
  private static final float NAN = Float.NaN;

  @Test
  void bothSidesOfAnEdgeAreNoisyByTheShiftTimesItsHeight() {
    var noise = new float[15];
    of(
        new float[] {
          0, 0, 4, 4, 4, //
          0, 0, 4, 4, NAN, //
          0, 0, 4, 4, 4
        },
        5,
        3,
        0.5,
        noise);
    assertArrayEquals(new float[] {0, 2, 2, 0, 0, 0, 2, 2, 0, 0, 0, 2, 2, 0, 0}, noise);
  }

  private static void of(float[] plane, int width, int height, double shift_px, float[] noise) {
    EdgeNoise.of(
        Views.extendBorder(ArrayImgs.floats(plane, width, height)),
        shift_px,
        ArrayImgs.floats(noise, width, height));
  }

  @Test
  void noShiftNoNoise() {
    var noise = new float[2];
    of(new float[] {0, 9}, 2, 1, 0, noise);
    assertArrayEquals(new float[2], noise);
  }
}
