package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MgrsReferenceTest {

  /** Expected values: GeoConvert -m -p 0 of GeographicLib. */
  @ParameterizedTest
  @CsvSource({
    "102.76852, 47.323572, 48TUT3138043537",
    "-0.1, 51.5, 30UYC0127709417",
    "6.5, 61, 32VLN6480865367",
    "10, 79, 33XUH9361974533",
    "-74, -12.05, 18LXM0884467719",
    "179.999, -17, 60KZG1934417999",
    "0, 0, 31NAA6602100000"
  })
  void aPlaceHasTheReferenceThatAnotherProgramGives(double lon, double lat, String expected) {
    assertEquals(Optional.of(expected), MgrsReference.of(lon, lat));
  }

  @Test
  void thePolesAndNowhereHaveNone() {
    assertEquals(Optional.empty(), MgrsReference.of(20, 84.1));
    assertEquals(Optional.empty(), MgrsReference.of(20, -80.1));
    assertEquals(Optional.empty(), MgrsReference.of(Double.NaN, 10));
    assertEquals(Optional.empty(), MgrsReference.of(10, Double.NaN));
  }
}
