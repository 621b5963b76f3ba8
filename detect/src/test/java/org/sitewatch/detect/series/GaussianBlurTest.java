package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class GaussianBlurTest {

  /** {@code scipy.ndimage.gaussian_filter(picture, 0.8)}: the kernel is wider than half of it. */
  @Test
  void equalsScipyUpToTheMirroredBorder() {
    float[] picture = {
      1, 2, 4, 3, 0, //
      0, 5, 1, 2, 2, //
      3, 3, 6, 1, 4, //
      2, 0, 1, 7, 5
    };
    float[] expected = {
      1.3463326f, 2.3938564f, 2.9239087f, 2.3120249f, 1.1825385f, //
      1.6989804f, 2.790376f, 2.8369439f, 2.3126114f, 2.0710186f, //
      2.2209658f, 2.7207252f, 3.1506569f, 3.1846656f, 3.467912f, //
      1.8717969f, 1.6169514f, 2.7037223f, 4.3931292f, 4.8008833f
    };
    GaussianBlur.blur(picture, 5, 4, 0.8, picture);
    assertArrayEquals(expected, picture, 1e-6f);
  }
}
