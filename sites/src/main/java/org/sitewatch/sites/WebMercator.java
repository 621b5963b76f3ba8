package org.sitewatch.sites;

/** EPSG:3857, a sphere of the equatorial radius; metres at the equator only. */
final class WebMercator extends CheckedProjection {
  private static final double RADIUS_M = 6378137;

  WebMercator() {
    super(3857);
  }

  @Override
  public boolean reaches(double lon, double lat) {
    return Math.abs(lon) <= MAX_LONGITUDE && Math.abs(lat) <= MAX_LATITUDE;
  }

  @Override
  void forward(double lon, double lat, double[] out, int at) {
    out[at] = RADIUS_M * StrictMath.toRadians(lon);
    out[at + 1] = RADIUS_M * TransverseMercator.asinh(StrictMath.tan(StrictMath.toRadians(lat)));
  }

  @Override
  boolean inverse(double x, double y, double[] out, int at) {
    out[at] = StrictMath.toDegrees(x / RADIUS_M);
    out[at + 1] = StrictMath.toDegrees(StrictMath.atan(StrictMath.sinh(y / RADIUS_M)));
    return reaches(out[at], out[at + 1]);
  }
}
