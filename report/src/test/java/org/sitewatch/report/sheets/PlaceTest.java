package org.sitewatch.report.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  /** The first and third as PROJ 9 writes them with {@code cs2cs}, rounded to a tenth. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "102.76852 | 47.323572 | 47°19′24.9″ N, 102°46′06.7″ E",
        "-0.00001 | -33.5 | 33°30′00.0″ S, 0°00′00.0″ W",
        "-70.9262 | -53.1638 | 53°09′49.7″ S, 70°55′34.3″ W",
        "9.99999999 | 59.99999999 | 60°00′00.0″ N, 10°00′00.0″ E"
      })
  void degreesMinutesAndSecondsCarryOver(double lon, double lat, String expected) {
    assertEquals(expected, Place.sexagesimal(lon, lat));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "102.76852 | 47.323572 | 47.323572 N, 102.768520 E",
        "-70.9262 | -53.1638 | 53.163800 S, 70.926200 W"
      })
  void decimalDegreesHaveSixDecimals(double lon, double lat, String expected) {
    assertEquals(expected, Place.decimal(lon, lat));
  }
}
