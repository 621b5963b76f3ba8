package org.sitewatch.sites.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;

/** A finding before it is known which site it belongs to. */
public record Flaw(Code code, Severity severity, double lon, double lat, String text) {

  public static Flaw error(Code code, String text) {
    return new Flaw(code, Severity.ERROR, Double.NaN, Double.NaN, text);
  }

  public static Flaw warning(Code code, String text) {
    return new Flaw(code, Severity.WARNING, Double.NaN, Double.NaN, text);
  }

  /** The text gets the place at its end. */
  public static Flaw errorAt(Code code, double lon, double lat, String text) {
    return new Flaw(code, Severity.ERROR, lon, lat, text + " at " + place(lon, lat));
  }

  /** The text gets the place at its end. */
  public static Flaw warningAt(Code code, double lon, double lat, String text) {
    return new Flaw(code, Severity.WARNING, lon, lat, text + " at " + place(lon, lat));
  }

  public Flaw withCure(String cure) {
    return new Flaw(code, severity, lon, lat, text + "; " + cure);
  }

  RegistryFinding of(String siteId) {
    return new RegistryFinding(code, severity, siteId, lon, lat, "site '" + siteId + "': " + text);
  }

  /** {@code (35.4441, 30.3287)}, at most seven decimals. */
  public static String place(double lon, double lat) {
    return "(" + degrees(lon) + ", " + degrees(lat) + ")";
  }

  private static String degrees(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value)
            .setScale(7, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        : Double.toString(value);
  }
}
