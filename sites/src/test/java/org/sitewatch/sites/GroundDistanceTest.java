package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "102.83, 47.56, 102.831, 47.561, 134.2572",
    "0, 0, 0, 0, 0.0000",
    "10, -45, 10.3, -45.2, 32428.2733",
    "179.999, 60, -179.999, 60, 111.6000",
    "-70, 80, -69.5, 80.05, 11168.2995",
    "2, 48, 100, -30, 12985319.8839",
    "35, 30, 35.2, 30, 19297.2536",
  })
  void agreesWithPyprojsGeodesic(
      double fromLon, double fromLat, double toLon, double toLat, double expected_m) {
    double found_m = GroundDistance.of_m(fromLon, fromLat, toLon, toLat);
    assertEquals(expected_m, found_m, expected_m * (expected_m < 50_000 ? 1e-6 : 3e-3) + 1e-6);
  }
}
