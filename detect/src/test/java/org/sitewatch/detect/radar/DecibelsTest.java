package org.sitewatch.detect.radar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DecibelsTest {
  private static final boolean[] ALL = {true, true, true};

  @Test
  void tenTimesIsTenDecibels() {
    float[] decibels = Decibels.of(new float[] {1, 10, 0.1f}, ALL);
    assertArrayEquals(new float[] {0, 10, -10}, decibels, 1e-5f);
  }

  @Test
  void zeroIsRaisedToTheLeastPositive() {
    assertArrayEquals(new float[] {10, 10, 20}, Decibels.of(new float[] {0, 10, 100}, ALL), 1e-5f);
  }

  @Test
  void whatIsNotSeenIsNaN() {
    float[] decibels = Decibels.of(new float[] {1, 10, 5}, new boolean[] {true, false, true});
    assertTrue(Float.isNaN(decibels[1]));
    assertTrue(Float.isNaN(Decibels.of(new float[] {0, 0, 0}, ALL)[0]));
  }

  @Test
  void negativeBackscatterIsInDecibels() {
    assertTrue(Decibels.areDecibels(new float[] {-12, 3, 1}, ALL));
    assertFalse(Decibels.areDecibels(new float[] {-12, 3, 1}, new boolean[] {false, true, true}));
  }

  @Test
  void bandsAreToldByTheirNames() {
    assertTrue(Decibels.isRadar("vh"));
    assertEquals(false, Decibels.isRadar("nir"));
  }
}
