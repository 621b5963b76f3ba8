package org.sitewatch.detect.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference: scipy.stats.chi2.sf. */
class ChiSquareTailTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "1, 3.841459, 0.05",
    "6, 5.348121, 0.5",
    "6, 16.811894, 0.01",
    "10, 23.209251, 0.01",
    "6, 1e9, 0"
  })
  void tailIsThatOfTheDistribution(int degrees, double value, double tail) {
    assertEquals(tail, new ChiSquareTail(degrees).above(value), 1e-5);
  }
}
