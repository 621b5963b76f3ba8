package org.sitewatch.sites.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;

/** A finding before it is known which site it belongs to. */
public record Flaw(
    Code code, Severity severity, double lon, double lat, String text, Proposal proposal) {

  public static Flaw error(Code code, String text) {
    return new Flaw(code, Severity.ERROR, Double.NaN, Double.NaN, text, Proposal.NONE);
  }

  public static Flaw warning(Code code, String text) {
    return new Flaw(code, Severity.WARNING, Double.NaN, Double.NaN, text, Proposal.NONE);
  }

  /** The text gets the place at its end. */
  public static Flaw errorAt(Code code, double lon, double lat, String text) {
    return new Flaw(code, Severity.ERROR, lon, lat, text + " at " + place(lon, lat), Proposal.NONE);
  }

  /** The text gets the place at its end. */
  public static Flaw warningAt(Code code, double lon, double lat, String text) {
    return new Flaw(
        code, Severity.WARNING, lon, lat, text + " at " + place(lon, lat), Proposal.NONE);
  }

  public Flaw withCure(String cure) {
    return new Flaw(code, severity, lon, lat, text + "; " + cure, proposal);
  }

  Flaw withProposal(Proposal repair) {
    return new Flaw(code, severity, lon, lat, text, repair);
  }

  /** With a place to go to, if it has none: that of its proposal, else the one given. */
  Flaw near(Coordinate site) {
    if (Double.isFinite(lon) && Double.isFinite(lat)) {
      return this;
    }
    Coordinate place =
        proposal.isNone() ? site : proposal.outline().getInteriorPoint().getCoordinate();
    return new Flaw(code, severity, place.x, place.y, text, proposal);
  }

  /** With the feature its proposal is for. */
  Flaw ofFeature(String label) {
    return proposal.isNone() ? this : withProposal(proposal.of(label));
  }

  RegistryFinding of(String siteId) {
    return new RegistryFinding(
        code, severity, siteId, lon, lat, "site '" + siteId + "': " + text, proposal);
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
