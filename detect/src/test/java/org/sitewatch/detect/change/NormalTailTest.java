package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against scipy.stats.norm.logsf(u) / -ln(10). */
class NormalTailTest {

  @ParameterizedTest
  @CsvSource({
    "-9, 4.90139717046e-20",
    "-3, 0.00058664931379",
    "-1, 0.0750260129578",
    "0, 0.301029995664",
    "0.5, 0.510691989265",
    "1, 0.799545541492",
    "2, 1.64301608014",
    "2.5, 2.2069318058",
    "2.6, 2.33150337808",
    "3, 2.86969903593",
    "4, 4.49933490756",
    "6, 9.00586432748",
    "8, 15.206142551",
    "20, 88.5600953431",
    "100, 2173.87154287",
    "1000, 217150.640042"
  })
  void agreesWithScipy(double u, double expected) {
    assertEquals(expected, NormalTail.minusLog10(u), 1e-9 * Math.max(1, expected));
  }

  @Test
  void risesWithoutAStepWhereTheFormulaChanges() {
    double before = NormalTail.minusLog10(2.5);
    double after = NormalTail.minusLog10(Math.nextUp(2.5));
    assertTrue(after >= before - 1e-12 && after - before < 1e-9);
  }

  @Test
  void manyAtOnceAreEachTheRoundedValueToTheLastBit() {
    var random = new Random(5);
    var u = new double[20_000];
    for (int i = 0; i < u.length; i++) {
      u[i] = i % 3 == 0 ? (float) (random.nextGaussian() * 3) : -12 + 24.0 * i / u.length;
    }
    u[7] = Double.NaN;
    u[8] = Double.POSITIVE_INFINITY;
    var rounded = new float[u.length + 1];

    NormalTail.minusLog10(u, u.length, rounded, 1);

    for (int i = 0; i < u.length; i++) {
      assertEquals((float) NormalTail.minusLog10(u[i]), rounded[i + 1], "at " + u[i]);
    }
  }
}
