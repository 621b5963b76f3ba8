package org.sitewatch.sites.registry;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text, the same on every JDK (Double.toString is not). */
final class CanonicalNumber {
  /** Coordinates are kept to 1e-9 degrees, a tenth of a millimetre. */
  static final double COORDINATE_SCALE = 1e9;

  private static final int COORDINATE_DECIMALS = 9;
  private static final int MAX_PLAIN_LENGTH = 21;

  private CanonicalNumber() {}

  /** The nearest number with nine decimals. */
  static double rounded(double degrees) {
    return Math.rint(degrees * COORDINATE_SCALE) / COORDINATE_SCALE + 0.0;
  }

  /** At most nine decimals, no trailing zeros. */
  static String ofCoordinate(double degrees) {
    long billionths = (long) Math.rint(degrees * COORDINATE_SCALE);
    BigDecimal number = BigDecimal.valueOf(billionths, COORDINATE_DECIMALS);
    return billionths == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * The value rounded to the fewest digits that still read back as the same double; always with a
   * point or an exponent.
   */
  static String ofDouble(double value) {
    if (value == 0) {
      return "0.0";
    }
    var exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= 17; digits++) {
      shortest = exact.round(new MathContext(digits));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    String plain = shortest.stripTrailingZeros().toPlainString();
    if (plain.length() > MAX_PLAIN_LENGTH) {
      String text = shortest.stripTrailingZeros().toString();
      return text.contains("E") ? text : text + "E0";
    }
    return plain.contains(".") ? plain : plain + ".0";
  }
}
