package org.sitewatch.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedDecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 2, 0.00",
    "-0.0, 2, 0.00",
    "-0.004, 2, 0.00",
    "-0.006, 2, -0.01",
    "0.5, 0, 0",
    "1.5, 0, 2",
    "0.05, 1, 0.0",
    "9.996, 2, 10.00",
    "-102.84, 7, -102.8400000",
    "1e-9, 7, 0.0000000",
    "1234567.5, 1, 1234567.5",
    "1e18, 1, 1000000000000000000.0"
  })
  void numbersAreWrittenPlainly(double value, int decimals, String expected) {
    assertEquals(expected, FixedDecimals.of(value, decimals));
  }

  @Test
  void agreesWithDecimalArithmetic() {
    Random random = new Random(17);
    for (int i = 0; i < 100_000; i++) {
      double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(9) - 3);
      int decimals = random.nextInt(8);
      BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
      BigDecimal written = new BigDecimal(FixedDecimals.of(value, decimals));
      assertEquals(decimals, written.scale());
      assertEquals(exact, written, "seed 17, " + i + ": " + value);
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(NumberFormatException.class, () -> FixedDecimals.of(Double.NaN, 2));
    assertThrows(NumberFormatException.class, () -> FixedDecimals.of(Double.NEGATIVE_INFINITY, 2));
  }
}
