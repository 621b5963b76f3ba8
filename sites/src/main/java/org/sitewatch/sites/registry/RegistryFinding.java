package org.sitewatch.sites.registry;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Something wrong in a registry file.
 *
 * @param siteId empty if it is the whole file, or a feature without an id
 * @param lon degrees; in the site or its proposal for what is wrong at no one place, NaN if that is
 *     not known either
 * @param lat likewise
 * @param message one sentence that names the site and, if there is one, the place; what to do about
 *     it stands behind the last semicolon
 * @param proposal a repair that may be accepted, or {@link Proposal#NONE}
 */
public record RegistryFinding(
    Code code,
    Severity severity,
    String siteId,
    double lon,
    double lat,
    String message,
    Proposal proposal)
    implements Serializable, Comparable<RegistryFinding> {

  private static final String CURE = "; ";

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
    /** Zones or sites lie oddly to each other. */
    G5,
    /** Smaller than the sensor sees. */
    G6,
    /** So large that it costs time, or cannot be scanned in one piece. */
    G7,
    /** Id missing, doubled, not usable, or another than in the last registry. */
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

  /** What is wrong, without what to do about it. */
  public String problem() {
    int end = message.lastIndexOf(CURE);
    return end < 0 ? message : message.substring(0, end);
  }

  /** What to do about it; empty if the message does not say. */
  public String cure() {
    int end = message.lastIndexOf(CURE);
    return end < 0 ? "" : message.substring(end + CURE.length());
  }

  @Override
  public int compareTo(RegistryFinding other) {
    return ORDER.compare(this, other);
  }
}
