package org.sitewatch.report.json;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files carry them: always the same count of decimals, on every JDK. */
public final class FixedDecimals {
  private FixedDecimals() {}

  /**
   * Half-even by the exact binary value, never in exponent form: what Double.toString and
   * String.format print differs between JDK 17 and later ones.
   *
   * @throws NumberFormatException for NaN and Infinity
   */
  public static String of(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
