package org.sitewatch.sites;

import org.locationtech.jts.geom.Geometry;

/**
 * Between WGS84 lon/lat degrees and the coordinates of a projected grid, for the CRSs that are
 * proven here: 4326, 3857 and the UTM zones of WGS84, NAD83 and ETRS89. All others are refused. The
 * datum shift from NAD83 and ETRS89 to WGS84 is taken as null: they are a metre or two apart.
 *
 * <p>A place a projection cannot carry – more than 30 degrees from a UTM zone's central meridian,
 * within a degree of a pole, NaN – is a {@link UserException}, never a wrong number.
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
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("no such place: lon " + lon + ", lat " + lat);
    }
    int zone = (int) Math.min(60, Math.floor((lon + 180) / 6) + 1);
    return (lat < 0 ? 32700 : 32600) + zone;
  }

  int epsg();

  /** Whether {@link #fromLonLat} takes this place; false for NaN. */
  boolean reaches(double lon, double lat);

  /** Turns (lon, lat) degrees pairs into (x, y) in place. */
  void fromLonLat(double[] pairs);

  /** Turns (x, y) pairs into (lon, lat) degrees in place; longitudes of UTM within ±180. */
  void toLonLat(double[] pairs);

  /**
   * A copy in the grid's CRS: vertices are moved, edges are not densified, Z and M are dropped.
   * Parts on both sides of the antimeridian come to lie side by side.
   */
  default Geometry fromLonLat(Geometry lonLat) {
    return Reprojection.ofVertices(lonLat, this::fromLonLat);
  }

  /**
   * A copy in lon/lat: vertices are moved, edges are not densified, Z and M are dropped. What
   * crosses the antimeridian is cut there into parts.
   */
  default Geometry toLonLat(Geometry projected) {
    return Reprojection.cutAtAntimeridian(Reprojection.ofVertices(projected, this::toLonLat));
  }
}
