package org.sitewatch.sites;

import java.util.Locale;

/** Walks the pairs and refuses what the formula cannot carry; the formula is the subclass's. */
abstract class CheckedProjection implements Projection {
  /** No projection here is used nearer to a pole. */
  static final double MAX_LATITUDE = 89;

  /** Windows of a global grid may stick out past the antimeridian. */
  static final double MAX_LONGITUDE = 360;

  private final int epsg;

  CheckedProjection(int epsg) {
    this.epsg = epsg;
  }

  /** Writes x to out[at] and y to out[at + 1]; only called for places that are reached. */
  abstract void forward(double lon, double lat, double[] out, int at);

  /** Writes lon to out[at] and lat to out[at + 1]; false if (x, y) is out of reach. */
  abstract boolean inverse(double x, double y, double[] out, int at);

  @Override
  public final int epsg() {
    return epsg;
  }

  @Override
  public final void fromLonLat(double[] pairs) {
    for (int at = 0; at < pairs.length; at += 2) {
      double lon = pairs[at];
      double lat = pairs[at + 1];
      if (!reaches(lon, lat)) {
        throw outOfReach("lon/lat", lon, lat);
      }
      forward(lon, lat, pairs, at);
    }
  }

  @Override
  public final void toLonLat(double[] pairs) {
    for (int at = 0; at < pairs.length; at += 2) {
      double x = pairs[at];
      double y = pairs[at + 1];
      if (!inverse(x, y, pairs, at)) {
        throw outOfReach("x/y", x, y);
      }
    }
  }

  private UserException outOfReach(String axes, double first, double second) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        String.format(
            Locale.ROOT,
            "EPSG:%d does not reach %s (%s, %s); choose the CRS of the place's own zone",
            epsg,
            axes,
            first,
            second));
  }
}
