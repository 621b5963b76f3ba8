package org.sitewatch.sites.registry;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Something wrong in a registry file.
 *
 * @param siteId empty if it is the whole file, or a feature without an id
 * @param lon degrees, NaN if it is at no one place
 * @param lat degrees, NaN if it is at no one place
 * @param message one sentence that names the site and, if there is one, the place
 */
public record RegistryFinding(
    Code code, Severity severity, String siteId, double lon, double lat, String message)
    implements Serializable, Comparable<RegistryFinding> {

  private static final Comparator<RegistryFinding> ORDER =
      Comparator.comparing(RegistryFinding::siteId)
          .thenComparing(RegistryFinding::severity)
          .thenComparing(RegistryFinding::code)
          .thenComparing(RegistryFinding::message)
          .thenComparingDouble(RegistryFinding::lon)
          .thenComparingDouble(RegistryFinding::lat);

  /** What kind of thing is wrong. */
  public enum Code {
    /** The outline: crossing itself, unclosed, doubled vertices, no area, none at all. */
    G1,
    /** No CRS, an unknown one, or metres where degrees were declared. */
    G2,
    /** Longitude and latitude swapped. */
    G3,
    /** Antimeridian, pole, or out of the range of lon/lat. */
    G4,
    /** Smaller than the sensor sees. */
    G6,
    /** Id missing, doubled, or not usable. */
    A1,
    /** A word or number outside its vocabulary. */
    A2,
    /** Text in a charset the file does not name, or that is not the one it names. */
    A3,
    /** Values that are not kept: heights, curves, nested attributes. */
    A4
  }

  /** Whether the site can be used all the same. */
  public enum Severity {
    /** The site, or the file, is refused. */
    ERROR,
    /** Worth a look; the site is used. */
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(RegistryFinding other) {
    return ORDER.compare(this, other);
  }
}
