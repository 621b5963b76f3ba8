package org.sitewatch.report.sheets;

import org.sitewatch.report.json.FixedDecimals;

/** A place as people write it down. The letters of the directions are those of receivers. */
final class Place {
  private static final int DECIMALS = 6;
  private static final long TENTHS_A_DEGREE = 36_000;

  private Place() {}

  /** Decimal degrees: {@code 47.323572 N, 102.768520 E}. */
  static String decimal(double lon, double lat) {
    return FixedDecimals.of(Math.abs(lat), DECIMALS)
        + northing(lat)
        + ", "
        + FixedDecimals.of(Math.abs(lon), DECIMALS)
        + easting(lon);
  }

  /** Degrees, minutes and seconds to a tenth, which is 3 m. */
  static String sexagesimal(double lon, double lat) {
    return sexagesimal(lat) + northing(lat) + ", " + sexagesimal(lon) + easting(lon);
  }

  private static String sexagesimal(double degrees) {
    long tenths = (long) Math.rint(Math.abs(degrees) * TENTHS_A_DEGREE);
    long seconds = tenths % 600;
    return tenths / TENTHS_A_DEGREE
        + "°"
        + two(tenths / 600 % 60)
        + "′"
        + two(seconds / 10)
        + "."
        + seconds % 10
        + "″";
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  private static String northing(double lat) {
    return lat < 0 ? " S" : " N";
  }

  private static String easting(double lon) {
    return lon < 0 ? " W" : " E";
  }
}
