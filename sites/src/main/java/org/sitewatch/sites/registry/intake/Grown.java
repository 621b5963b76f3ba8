package org.sitewatch.sites.registry.intake;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.sitewatch.sites.GroundDistance;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.registry.Outline;

/**
 * Grows a geometry over the ground, in the UTM zone of its middle with that place's own scale:
 * within a thousandth of the distance for what is up to some 50 km wide. Round parts have 16
 * vertices a quarter.
 */
final class Grown {
  private static final double MAX_REACH_M = 50_000;
  private static final int VERTICES_A_QUARTER = 16;
  private static final double SCALE_STEP_DEGREES = 0.005;

  private Grown() {}

  static boolean isReach(double reach_m) {
    return reach_m > 0 && reach_m <= MAX_REACH_M;
  }

  /**
   * @param lonLat in reach of UTM: latitudes within ±84
   */
  static Outline by(Geometry lonLat, double reach_m) {
    Coordinate middle = lonLat.getEnvelopeInternal().centre();
    Projection utm = Projection.ofEpsg(Projection.utmEpsg(middle.x, middle.y));
    double reach = reach_m * scale(utm, middle);
    var round = new BufferParameters(VERTICES_A_QUARTER);
    Geometry grown = BufferOp.bufferOp(utm.fromLonLat(lonLat), reach, round);
    return outline(utm.toLonLat(grown));
  }

  /** Metres of the grid for a metre on the ground. */
  private static double scale(Projection utm, Coordinate at) {
    double south = at.y - SCALE_STEP_DEGREES;
    double north = at.y + SCALE_STEP_DEGREES;
    double[] pairs = {at.x, south, at.x, north};
    utm.fromLonLat(pairs);
    double grid_m = Math.hypot(pairs[2] - pairs[0], pairs[3] - pairs[1]);
    return grid_m / GroundDistance.of_m(at.x, south, at.x, north);
  }

  private static Outline outline(Geometry area) {
    var polygons = new ArrayList<List<double[]>>();
    for (int part = 0; part < area.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) area.getGeometryN(part);
      var rings = new ArrayList<double[]>();
      rings.add(pairs(polygon.getExteriorRing()));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(pairs(polygon.getInteriorRingN(hole)));
      }
      polygons.add(rings);
    }
    return new Outline(polygons);
  }

  private static double[] pairs(LineString ring) {
    var pairs = new double[2 * ring.getNumPoints()];
    for (int i = 0; i < ring.getNumPoints(); i++) {
      pairs[2 * i] = ring.getCoordinateN(i).x;
      pairs[2 * i + 1] = ring.getCoordinateN(i).y;
    }
    return pairs;
  }
}
