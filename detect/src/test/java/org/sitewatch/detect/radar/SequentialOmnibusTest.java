package org.sitewatch.detect.radar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class SequentialOmnibusTest {
  private static final double ENL = 4.4;
  private static final int PIXELS = 60_000;

  private static float[][] look(GammaDistribution speckle) {
    var look = new float[2][PIXELS];
    for (float[] band : look) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        band[pixel] = (float) speckle.sample();
      }
    }
    return look;
  }

  @Test
  void falseAlarmsAreAsManyAsNominal() {
    var speckle = new GammaDistribution(new Well19937c(8), ENL, 1 / ENL);
    float[][] sums = look(speckle);
    var p = new float[PIXELS];
    for (int j = 2; j <= 8; j++) {
      float[][] now = look(speckle);
      new SequentialOmnibus(j, 2, ENL).probability(sums, now, p);
      int alarms = 0;
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        alarms += p[pixel] < 0.01 ? 1 : 0;
        sums[0][pixel] += now[0][pixel];
        sums[1][pixel] += now[1][pixel];
      }
      double share = alarms / (0.01 * PIXELS);
      assertTrue(share > 0.9 && share < 1.1, "look " + j + ": " + share);
    }
  }

  @Test
  void strongChangeIsImprobable() {
    var p = new float[1];
    new SequentialOmnibus(3, 1, ENL).probability(new float[][] {{2}}, new float[][] {{20}}, p);
    assertTrue(p[0] < 1e-3);
    new SequentialOmnibus(3, 1, ENL).probability(new float[][] {{2}}, new float[][] {{1}}, p);
    assertEquals(1, p[0], 1e-6);
  }

  @Test
  void noBackscatterIsNotJudged() {
    var p = new float[2];
    new SequentialOmnibus(2, 1, ENL)
        .probability(new float[][] {{0, 1}}, new float[][] {{1, Float.NaN}}, p);
    assertTrue(Float.isNaN(p[0]) && Float.isNaN(p[1]));
  }

  @Test
  void oneLookCannotBeTested() {
    assertThrows(IllegalArgumentException.class, () -> new SequentialOmnibus(1, 1, ENL));
    assertThrows(IllegalArgumentException.class, () -> new SequentialOmnibus(2, 1, Double.NaN));
  }
}
