package org.sitewatch.cli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Polygons of the plan, in UTM metres, with sines by StrictMath so that vertices never differ. */
final class Outline {
  private Outline() {}

  /**
   * A closed curve around a place that is no circle: four waves of random phase on a stretched
   * ring.
   *
   * @param radius_m mean distance of the curve from its centre
   * @param waviness 0 = an ellipse, 0.3 = strongly lobed
   */
  static Polygon irregular(
      long key, Coordinate centre, double radius_m, double waviness, int corners) {
    double stretch = CounterNoise.uniform(key, 1, 0.72, 1.0);
    double turn = CounterNoise.uniform(key, 2, 0, StrictMath.PI);
    var ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle =
          2 * StrictMath.PI * (i + CounterNoise.uniform(key, 20 + i, -0.3, 0.3)) / corners;
      double radius = 1;
      for (int wave = 2; wave <= 5; wave++) {
        double phase = CounterNoise.uniform(key, 10 + wave, 0, 2 * StrictMath.PI);
        radius += waviness / (wave - 1) * StrictMath.cos(wave * angle + phase);
      }
      double u = radius * radius_m / StrictMath.sqrt(stretch) * StrictMath.cos(angle);
      double v = radius * radius_m * StrictMath.sqrt(stretch) * StrictMath.sin(angle);
      ring[i] = turned(centre, u, v, turn);
    }
    ring[corners] = ring[0].copy();
    return Frame.GEOMETRY.createPolygon(ring);
  }

  static Polygon circle(Coordinate centre, double diameter_m) {
    int corners = 16;
    var ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * StrictMath.PI * i / corners;
      ring[i] =
          new Coordinate(
              centre.x + diameter_m / 2 * StrictMath.cos(angle),
              centre.y + diameter_m / 2 * StrictMath.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return Frame.GEOMETRY.createPolygon(ring);
  }

  /**
   * @param turn_rad anticlockwise angle of the side of {@code length_m} from east
   */
  static Polygon rectangle(Coordinate centre, double length_m, double width_m, double turn_rad) {
    double u = length_m / 2;
    double v = width_m / 2;
    var first = turned(centre, -u, -v, turn_rad);
    return Frame.GEOMETRY.createPolygon(
        new Coordinate[] {
          first,
          turned(centre, u, -v, turn_rad),
          turned(centre, u, v, turn_rad),
          turned(centre, -u, v, turn_rad),
          first.copy()
        });
  }

  /** A strip that winds gently around a straight line through its middle. */
  static Polygon strip(
      long key, Coordinate centre, double length_m, double width_m, double turn_rad) {
    int joints = 16;
    double swing = length_m / 28;
    double phase = CounterNoise.uniform(key, 1, 0, 2 * StrictMath.PI);
    var ring = new Coordinate[2 * joints + 3];
    for (int i = 0; i <= joints; i++) {
      double u = length_m * ((double) i / joints - 0.5);
      double bend = 5.5 * u / length_m + phase;
      double v = swing * StrictMath.sin(bend);
      double slope = swing * 5.5 / length_m * StrictMath.cos(bend);
      double norm = width_m / 2 / StrictMath.sqrt(1 + slope * slope);
      ring[i] = turned(centre, u - slope * norm, v + norm, turn_rad);
      ring[2 * joints + 1 - i] = turned(centre, u + slope * norm, v - norm, turn_rad);
    }
    ring[2 * joints + 2] = ring[0].copy();
    return Frame.GEOMETRY.createPolygon(ring);
  }

  static Coordinate turned(Coordinate centre, double u, double v, double turn_rad) {
    double cos = StrictMath.cos(turn_rad);
    double sin = StrictMath.sin(turn_rad);
    return new Coordinate(centre.x + u * cos - v * sin, centre.y + u * sin + v * cos);
  }
}
