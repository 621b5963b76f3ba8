package org.sitewatch.sites;

/**
 * Distance over the ground between two places in lon/lat. The straight line through the WGS84
 * ellipsoid is bent to a sphere: within 1e-6 of the geodesic up to 50 km, 0.3 % round the world.
 */
public final class GroundDistance {
  private static final double MEAN_RADIUS_M = 6_371_008.8;

  private GroundDistance() {}

  /** Metres; NaN if a coordinate is. */
  public static double of_m(double fromLon, double fromLat, double toLon, double toLat) {
    double[] from = place_m(fromLon, fromLat);
    double[] to = place_m(toLon, toLat);
    double square = 0;
    for (int axis = 0; axis < from.length; axis++) {
      square += (to[axis] - from[axis]) * (to[axis] - from[axis]);
    }
    double half = Math.sqrt(square) / 2 / MEAN_RADIUS_M;
    return 2 * MEAN_RADIUS_M * StrictMath.asin(Math.min(1, half));
  }

  /** Metres from the centre of the Earth along three axes. */
  private static double[] place_m(double lon, double lat) {
    double sine = StrictMath.sin(StrictMath.toRadians(lat));
    double e2 = Ellipsoid.WGS84.e2();
    double normal_m = Ellipsoid.WGS84.equatorialRadius_m() / Math.sqrt(1 - e2 * sine * sine);
    double across_m = normal_m * StrictMath.cos(StrictMath.toRadians(lat));
    return new double[] {
      across_m * StrictMath.cos(StrictMath.toRadians(lon)),
      across_m * StrictMath.sin(StrictMath.toRadians(lon)),
      normal_m * (1 - e2) * sine
    };
  }
}
