package org.sitewatch.detect.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Reference: the same iteration in numpy and scipy.linalg.eigh, 50 rounds at most, stop at 1e-3.
 */
class IrMadTest {
  private static final double[] RHO = {0.9971824827, 0.9814926916, 0.9617832743};

  @Test
  void correlationsEqualTheReference() {
    var pair = new LinearPair();
    var mad = IrMad.fit(pair.before, pair.after, pair.pixels, 0);
    assertArrayEquals(RHO, mad.rho(), 1e-4);
    assertEquals(0.20458, mad.weightShare(), 1e-4);
    assertEquals(2.47628, mad.chiSquare(pair.before, pair.after, LinearPair.UNCHANGED), 1e-2);
    assertEquals(988.48, mad.chiSquare(pair.before, pair.after, LinearPair.CHANGED), 2);
    assertTrue(mad.isSettled());
  }

  @Test
  void ridgeEqualsTheReference() {
    var pair = new LinearPair();
    var mad = IrMad.fit(pair.before, pair.after, pair.pixels, 0.01);
    assertArrayEquals(new double[] {0.98749, 0.96057, 0.92241}, mad.rho(), 1e-4);
  }

  @Test
  void unitsDoNotMatter() {
    var pair = new LinearPair().rescaled();
    assertArrayEquals(RHO, IrMad.fit(pair.before, pair.after, pair.pixels, 0).rho(), 1e-4);
  }

  @Test
  void bandsThatAreTheSameGiveNoFit() {
    var pair = new LinearPair();
    float[][] twice = {pair.before[0], pair.before[0], pair.before[0]};
    var mad = IrMad.fit(twice, twice, pair.pixels, 0);
    assertFalse(mad.isSettled());
    assertEquals(0, mad.weightShare());
  }
}
