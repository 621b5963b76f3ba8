package org.sitewatch.cli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** On one pass the lower right of the frame lies beyond the swath: no data there. */
final class SwathEdge {
  /** The edge runs where column + LEAN × row = REACH × size, in pixels of 10 m. */
  private static final double LEAN = 0.3;

  private static final double REACH = 1.15;

  private SwathEdge() {}

  static boolean isBeyond(Frame frame, Acquisition pass, int column, int row) {
    return pass.isAtSwathEdge() && column + LEAN * row > REACH * frame.size();
  }

  /** The part of the frame that a pass sees, UTM metres. */
  static Geometry footprint(Frame frame, Acquisition pass) {
    if (!pass.isAtSwathEdge()) {
      return frame.outline();
    }
    double side_m = frame.size() * Frame.PIXEL_M;
    double above = Frame.TOP_M + side_m;
    double below = Frame.TOP_M - 2 * side_m;
    double left = Frame.LEFT_M - side_m;
    var start = new Coordinate(left, above);
    var half =
        new Coordinate[] {
          start,
          new Coordinate(left, below),
          new Coordinate(edgeX(side_m, below), below),
          new Coordinate(edgeX(side_m, above), above),
          start.copy()
        };
    return frame.outline().intersection(Frame.GEOMETRY.createPolygon(half));
  }

  private static double edgeX(double side_m, double y) {
    return Frame.LEFT_M + REACH * side_m - LEAN * (Frame.TOP_M - y);
  }
}
