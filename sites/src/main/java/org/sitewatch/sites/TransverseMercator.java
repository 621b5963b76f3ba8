package org.sitewatch.sites;

import org.locationtech.jts.geom.Geometry;

/**
 * A UTM zone by Krüger's series in the third flattening n, to order n^6 (C. F. F. Karney,
 * Transverse Mercator with an accuracy of a few nanometers, 2011). Good to well under a micrometre
 * within 30 degrees of the central meridian; further out it refuses. StrictMath only, so that every
 * machine gives the same bits.
 */
final class TransverseMercator extends CheckedProjection {
  /** Farthest a place may be from the central meridian. */
  static final double MAX_DEGREES_FROM_MERIDIAN = 30;

  private static final double SCALE = 0.9996;
  private static final double FALSE_EASTING_M = 500_000;
  private static final double SOUTH_FALSE_NORTHING_M = 10_000_000;

  /** Beyond this many earth radii east or west nothing can lie within 30 degrees. */
  private static final double MAX_ETA = 0.56;

  /** What rounding may add to a place on the rim when it goes there and back. */
  private static final double RIM_DEGREES = 1e-9;

  private final double meridian;
  private final double falseNorthing_m;
  private final double e;
  private final double e2;
  private final double radius_m;
  private final double[] alpha;
  private final double[] beta;

  TransverseMercator(int epsg, Ellipsoid ellipsoid, int zone, boolean south) {
    super(epsg);
    meridian = zone * 6 - 183;
    falseNorthing_m = south ? SOUTH_FALSE_NORTHING_M : 0;
    e = ellipsoid.e();
    e2 = ellipsoid.e2();
    double n = ellipsoid.flattening() / (2 - ellipsoid.flattening());
    double n2 = n * n;
    double rectifying = 1 + n2 * (1.0 / 4 + n2 * (1.0 / 64 + n2 / 256));
    radius_m = SCALE * ellipsoid.equatorialRadius_m() / (1 + n) * rectifying;
    alpha = KruegerSeries.alpha(n);
    beta = KruegerSeries.beta(n);
  }

  @Override
  public boolean reaches(double lon, double lat) {
    return Math.abs(lat) <= MAX_LATITUDE + RIM_DEGREES
        && Math.abs(fromMeridian(lon)) <= MAX_DEGREES_FROM_MERIDIAN + RIM_DEGREES;
  }

  @Override
  public Geometry toLonLat(Geometry projected) {
    Geometry jumping = Reprojection.ofVertices(projected, this::toLonLat);
    return Reprojection.cutAtAntimeridian(Reprojection.unwrapped(jumping));
  }

  @Override
  void forward(double lon, double lat, double[] out, int at) {
    double lambda = StrictMath.toRadians(fromMeridian(lon));
    double tau = StrictMath.tan(StrictMath.toRadians(lat));
    double conformal = conformal(tau);
    double cosLambda = StrictMath.cos(lambda);
    double xi = StrictMath.atan2(conformal, cosLambda);
    double eta = asinh(StrictMath.sin(lambda) / StrictMath.hypot(conformal, cosLambda));
    KruegerSeries.sum(alpha, xi, eta, 1, out, at);
    out[at] = FALSE_EASTING_M + radius_m * out[at];
    out[at + 1] = falseNorthing_m + radius_m * out[at + 1];
  }

  @Override
  boolean inverse(double x, double y, double[] out, int at) {
    double eta = (x - FALSE_EASTING_M) / radius_m;
    double xi = (y - falseNorthing_m) / radius_m;
    if (!(Math.abs(eta) <= MAX_ETA && Math.abs(xi) <= Math.PI / 2)) {
      return false;
    }
    KruegerSeries.sum(beta, xi, eta, -1, out, at);
    double sinhEta = StrictMath.sinh(out[at]);
    double xiSphere = out[at + 1];
    double cosXi = StrictMath.cos(xiSphere);
    double conformal = StrictMath.sin(xiSphere) / StrictMath.hypot(sinhEta, cosXi);
    out[at] = wrap(meridian + StrictMath.toDegrees(StrictMath.atan2(sinhEta, cosXi)));
    out[at + 1] = StrictMath.toDegrees(StrictMath.atan(geographic(conformal)));
    return reaches(out[at], out[at + 1]);
  }

  /** Degrees east of the central meridian, the short way round. */
  private double fromMeridian(double lon) {
    return wrap(lon - meridian);
  }

  /** The same longitude within -180 to 180; those already there keep every bit. */
  private static double wrap(double lon) {
    return Math.abs(lon) <= 180 ? lon : StrictMath.IEEEremainder(lon, 360);
  }

  /** Tangent of the conformal latitude from that of the geographic one. */
  private double conformal(double tau) {
    double secant = StrictMath.hypot(1, tau);
    double sigma = StrictMath.sinh(e * atanh(e * tau / secant));
    return tau * StrictMath.hypot(1, sigma) - sigma * secant;
  }

  /** The way back, by Newton's method; three steps reach the last bit. */
  private double geographic(double conformal) {
    double tau = conformal / (1 - e2);
    for (int step = 0; step < 4; step++) {
      double off = conformal(tau);
      double change =
          (conformal - off)
              * (1 + (1 - e2) * tau * tau)
              / ((1 - e2) * StrictMath.hypot(1, off) * StrictMath.hypot(1, tau));
      tau += change;
      if (!(Math.abs(change) > 1e-14 * Math.max(1, Math.abs(tau)))) {
        break;
      }
    }
    return tau;
  }

  static double asinh(double value) {
    double size = Math.abs(value);
    double result = StrictMath.log1p(size + size * size / (1 + StrictMath.hypot(1, size)));
    return Math.copySign(result, value);
  }

  static double atanh(double value) {
    return 0.5 * StrictMath.log1p(2 * value / (1 - value));
  }
}
