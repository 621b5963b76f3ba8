package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussianMeanTest {
  @Test
  void levelGroundStaysLevelUpToTheBorderAndAroundHoles() {
    float[] plane = {2, 2, 2, 2, Float.NaN, 2, 2, 2, 2};
    assertArrayEquals(plane, GaussianMean.of(plane, 3, 1.5), 1e-6f);
  }

  /** Reference: scipy.ndimage.gaussian_filter of a single 1, truncate 4. */
  @Test
  void pointIsSpreadAsABell() {
    var plane = new float[15 * 15];
    plane[7 * 15 + 7] = 1;
    float[] mean = GaussianMean.of(plane, 15, 1);
    assertEquals(0.15915, mean[7 * 15 + 7], 1e-4);
    assertEquals(0.09653, mean[7 * 15 + 8], 1e-4);
    assertTrue(mean[0] == 0);
  }
}
