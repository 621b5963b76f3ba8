package org.sitewatch.sites;

/** EPSG:4326 in the order lon, lat: nothing to do but to check. */
final class LonLat extends CheckedProjection {
  LonLat() {
    super(4326);
  }

  @Override
  public boolean reaches(double lon, double lat) {
    return Math.abs(lon) <= MAX_LONGITUDE && Math.abs(lat) <= 90;
  }

  @Override
  void forward(double lon, double lat, double[] out, int at) {}

  @Override
  boolean inverse(double x, double y, double[] out, int at) {
    return reaches(x, y);
  }
}
