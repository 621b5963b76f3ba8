package org.sitewatch.detect.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Reference: the same iteration in numpy and scipy.linalg.eigh. */
class SlowFeaturesTest {
  private static final double[] SLOWNESS = {0.2369765, 0.1690581, 0.0709350};

  @Test
  void slownessEqualsTheReference() {
    var pair = new LinearPair();
    var slow = SlowFeatures.fit(pair.before, pair.after, pair.pixels);
    assertArrayEquals(SLOWNESS, slow.slowness(), 2e-3);
    assertEquals(0.1177, slow.weightShare(), 5e-3);
  }

  @Test
  void unitsDoNotMatter() {
    var pair = new LinearPair().rescaled();
    var slow = SlowFeatures.fit(pair.before, pair.after, pair.pixels);
    assertArrayEquals(SLOWNESS, slow.slowness(), 2e-3);
  }

  @Test
  void twoEqualDatesHaveNoChange() {
    var pair = new LinearPair();
    var slow = SlowFeatures.fit(pair.before, pair.before, pair.pixels);
    assertEquals(0, slow.chiSquare(pair.before, pair.before, LinearPair.CHANGED), 1e-6);
  }
}
