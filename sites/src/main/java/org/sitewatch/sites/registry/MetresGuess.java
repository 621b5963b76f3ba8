package org.sitewatch.sites.registry;

import java.util.List;
import java.util.TreeSet;
import org.sitewatch.sites.Projection;

/** What numbers that are no lon/lat degrees most likely are. */
public final class MetresGuess {
  private static final double MERCATOR_EDGE_M = 20_037_508.35;

  /** EPSG code of the one UTM zone all good features of the file lie in, or 0. */
  private final int zoneOfOthers;

  private MetresGuess(int zoneOfOthers) {
    this.zoneOfOthers = zoneOfOthers;
  }

  /** Features that are in degrees tell which zone the others may be meant in. */
  public static MetresGuess from(List<RawFeature> features) {
    var zones = new TreeSet<Integer>();
    for (RawFeature feature : features) {
      for (List<double[]> polygon : feature.outline().polygons()) {
        double[] shell = polygon.isEmpty() ? new double[0] : polygon.get(0);
        if (shell.length > 0 && isLonLat(shell[0], shell[1])) {
          zones.add(Projection.utmEpsg(shell[0], shell[1]));
        }
      }
    }
    return new MetresGuess(zones.size() == 1 ? zones.first() : 0);
  }

  /** What the first vertex of a file without a CRS looks like. */
  public static String wordsFor(List<RawFeature> features) {
    for (RawFeature feature : features) {
      for (List<double[]> polygon : feature.outline().polygons()) {
        double[] shell = polygon.get(0);
        if (shell.length > 0) {
          return isLonLat(shell[0], shell[1])
              ? "lon/lat degrees, EPSG:4326"
              : new MetresGuess(0).words(shell[0], shell[1]);
        }
      }
    }
    return "nothing, as it is empty";
  }

  public static boolean isLonLat(double x, double y) {
    return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  }

  /** Words for a pair that is finite but no lon/lat. */
  public Flaw flaw(double x, double y) {
    String pair = Flaw.place(x, y);
    if (Math.abs(x) <= 90 && Math.abs(y) <= 180) {
      return Flaw.error(
          RegistryFinding.Code.G3,
          pair + " has no such latitude; longitude and latitude look swapped");
    }
    if (Math.abs(x) <= 540 && Math.abs(y) <= 90) {
      return Flaw.error(
          RegistryFinding.Code.G4,
          pair + " is beyond the antimeridian; split the outline there and write it within ±180");
    }
    return Flaw.error(
        RegistryFinding.Code.G2,
        pair + " is no lon/lat: looks like " + words(x, y) + "; save the file as EPSG:4326");
  }

  /** As in "looks like …". */
  String words(double x, double y) {
    if (x >= 100_000 && x <= 900_000 && y >= 0 && y <= 10_000_000) {
      return zoneOfOthers == 0 ? "UTM metres" : "EPSG:" + zoneOfOthers;
    }
    if (Math.abs(x) <= MERCATOR_EDGE_M && Math.abs(y) <= MERCATOR_EDGE_M) {
      return Math.abs(x) <= 360 && Math.abs(y) <= 360
          ? "damaged degrees"
          : "EPSG:3857 or another grid in metres";
    }
    return "no CRS known here";
  }
}
