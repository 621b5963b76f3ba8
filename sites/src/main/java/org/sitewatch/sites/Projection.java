package org.sitewatch.sites;

/**
 * Between WGS84 lon/lat degrees and the coordinates of a projected grid, for the CRSs that are
 * proven here: 4326, 3857 and the UTM zones of WGS84, NAD83 and ETRS89. All others are refused.
 */
public interface Projection {

  /**
   * @throws UserException for a code that is not known
   */
  static Projection ofEpsg(int epsg) {
    return Projections.ofEpsg(epsg);
  }

  /** The WGS84 UTM zone a place lies in (with no exceptions for Norway and Svalbard). */
  static int utmEpsg(double lon, double lat) {
    int zone = (int) Math.min(60, Math.floor((lon + 180) / 6) + 1);
    return (lat < 0 ? 32700 : 32600) + zone;
  }

  int epsg();

  /** Turns (lon, lat) degrees pairs into (x, y) in place. */
  void fromLonLat(double[] pairs);

  /** Turns (x, y) pairs into (lon, lat) degrees in place. */
  void toLonLat(double[] pairs);
}
