package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, 0.0",
    "1, 1.0",
    "0.1, 0.1",
    "-2.50, -2.5",
    "1e20, 100000000000000000000.0",
    "1e21, 1E+21",
    "1.5e-30, 1.5E-30",
    "5.684341886080802E-14, 5.6843418860808015E-14",
    "2e-3, 0.002",
    "4.9e-324, 5E-324",
    "1.7976931348623157E308, 1.7976931348623157E+308"
  })
  void doublesAreWrittenAlikeOnEveryJdk(double value, String expected) {
    assertEquals(expected, CanonicalNumber.ofDouble(value));
    assertEquals(value + 0.0, Double.parseDouble(CanonicalNumber.ofDouble(value)));
  }

  @Test
  void everyDoubleReadsBack() {
    var random = new Random(2);
    for (int i = 0; i < 500; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(CanonicalNumber.ofDouble(value)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "-1e-10, 0",
    "35.4441, 35.4441",
    "180, 180",
    "-179.9999999996, -180",
    "0.000000001, 0.000000001",
    "100, 100",
    "35.12345678949, 35.123456789"
  })
  void coordinatesHaveAtMostNineDecimals(double degrees, String expected) {
    assertEquals(expected, CanonicalNumber.ofCoordinate(degrees));
    assertEquals(Double.parseDouble(expected), CanonicalNumber.rounded(degrees));
  }
}
