package org.sitewatch.sites;

/** The projections behind {@link Projection#ofEpsg}. */
final class Projections {
  private static final String SUPPORTED =
      "4326, 3857, 32601-32660 and 32701-32760 (WGS84 UTM), 26901-26923 (NAD83 UTM),"
          + " 25828-25838 (ETRS89 UTM)";

  private Projections() {}

  static Projection ofEpsg(int epsg) {
    if (epsg == 4326) {
      return new LonLat();
    }
    if (epsg == 3857) {
      return new WebMercator();
    }
    int zone = epsg % 100;
    Ellipsoid ellipsoid =
        switch (epsg / 100) {
          case 326, 327 -> zone >= 1 && zone <= 60 ? Ellipsoid.WGS84 : null;
          case 269 -> zone >= 1 && zone <= 23 ? Ellipsoid.GRS80 : null;
          case 258 -> zone >= 28 && zone <= 38 ? Ellipsoid.GRS80 : null;
          default -> null;
        };
    if (ellipsoid == null) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "EPSG:" + epsg + " is not supported, only " + SUPPORTED + "; reproject the file first");
    }
    return new TransverseMercator(epsg, ellipsoid, zone, epsg / 100 == 327);
  }
}
