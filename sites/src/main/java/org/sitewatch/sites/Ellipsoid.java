package org.sitewatch.sites;

/**
 * The figure of the earth a CRS stands on.
 *
 * @param equatorialRadius_m semi-major axis
 * @param inverseFlattening 1/f
 */
record Ellipsoid(double equatorialRadius_m, double inverseFlattening) {
  static final Ellipsoid WGS84 = new Ellipsoid(6378137, 298.257223563);
  static final Ellipsoid GRS80 = new Ellipsoid(6378137, 298.257222101);

  double flattening() {
    return 1 / inverseFlattening;
  }

  /** First eccentricity squared. */
  double e2() {
    double f = flattening();
    return f * (2 - f);
  }

  /** First eccentricity. */
  double e() {
    return StrictMath.sqrt(e2());
  }
}
