package org.sitewatch.sites;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Area on the WGS84 ellipsoid of polygons in lon/lat. Vertices are carried to the sphere of the
 * same area (authalic latitude), where the excess under great circles is exact; what is left is the
 * difference between a great circle there and a geodesic here. Against GeographicLib that is below
 * 1e-7 of the area for shapes up to 1 km across, 2e-6 up to 10 km and 1e-5 up to 100 km. StrictMath
 * only.
 *
 * <p>Edges take the short way round, also across the antimeridian; a ring around a pole is not
 * measured rightly.
 */
public final class GeodesicArea {
  private static final double E2 = Ellipsoid.WGS84.e2();
  private static final double E = Ellipsoid.WGS84.e();
  private static final double POLE_Q = q(1);
  private static final double RADIUS2_M2 =
      Ellipsoid.WGS84.equatorialRadius_m() * Ellipsoid.WGS84.equatorialRadius_m() * POLE_Q / 2;

  private GeodesicArea() {}

  /** Square metres: shells less holes, whatever their direction; 0 for points and lines. */
  public static double area_m2(Geometry lonLat) {
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      Geometry part = lonLat.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        sum += ring_m2(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= ring_m2(polygon.getInteriorRingN(hole));
        }
      } else if (part instanceof GeometryCollection) {
        sum += area_m2(part);
      }
    }
    return sum;
  }

  private static double ring_m2(LineString ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    double excess = 0;
    double halfTangent = 0;
    for (int i = 0; i < vertices.size(); i++) {
      double next = halfTangentOfAuthalic(vertices.getY(i));
      if (i > 0) {
        double turn = StrictMath.IEEEremainder(vertices.getX(i) - vertices.getX(i - 1), 360);
        double tangent = StrictMath.tan(StrictMath.toRadians(turn) / 2);
        excess += 2 * StrictMath.atan(tangent * (halfTangent + next) / (1 + halfTangent * next));
      }
      halfTangent = next;
    }
    return Math.abs(excess) * RADIUS2_M2;
  }

  /** tan(β/2) of the authalic latitude β. */
  private static double halfTangentOfAuthalic(double lat) {
    double sine = q(StrictMath.sin(StrictMath.toRadians(lat))) / POLE_Q;
    return sine / (1 + StrictMath.sqrt(Math.max(0, 1 - sine * sine)));
  }

  private static double q(double sinLat) {
    return (1 - E2)
        * (sinLat / (1 - E2 * sinLat * sinLat) + TransverseMercator.atanh(E * sinLat) / E);
  }
}
