package org.sitewatch.report.json;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files carry them: always the same count of decimals, on every JDK. */
public final class FixedDecimals {
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final double LARGEST_EXACT = 1L << 52;

  private FixedDecimals() {}

  /**
   * value × 10^decimals rounded to the nearest whole number, half-even; never in exponent form and
   * never minus zero. Double.toString and String.format are no help: what they print differs
   * between JDK 17 and later ones.
   *
   * @param decimals 0 to 9
   * @throws NumberFormatException for NaN and Infinity
   */
  public static String of(double value, int decimals) {
    double scaled = value * POWERS[decimals];
    if (!(Math.abs(scaled) < LARGEST_EXACT)) {
      return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
    long steps = (long) Math.rint(scaled);
    if (decimals == 0) {
      return Long.toString(steps);
    }
    String digits = Long.toString(Math.abs(steps));
    StringBuilder text = new StringBuilder(digits.length() + decimals + 3);
    if (steps < 0) {
      text.append('-');
    }
    int whole = digits.length() - decimals;
    if (whole > 0) {
      return text.append(digits, 0, whole)
          .append('.')
          .append(digits, whole, digits.length())
          .toString();
    }
    return text.append("0.").append("0".repeat(-whole)).append(digits).toString();
  }
}
