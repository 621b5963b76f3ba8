package org.sitewatch.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Vertices that no file has, but that follow from it: where parts of one outline overlap they are
 * united, and their edges meet where no vertex stood.
 */
final class Crossings {
  /** Vertices are kept to 1e-9 degrees, and edges bend to go through them. */
  private static final double REACH_DEGREES = 2.5e-9;

  private final List<LineSegment> edges;

  /**
   * @param edges between vertices that follow each other in the file
   */
  Crossings(List<LineSegment> edges) {
    this.edges = List.copyOf(edges);
  }

  /**
   * Whether the edges of the outline that meet in this vertex are each a piece of an edge of the
   * file, and not of the same.
   */
  boolean explain(MultiPolygon outline, Coordinate vertex) {
    for (Object line : LinearComponentExtracter.getLines(outline)) {
      Coordinate[] ring = ((LinearRing) line).getCoordinates();
      int last = ring.length - 1;
      for (int i = 0; i < last; i++) {
        if (ring[i].equals2D(vertex)) {
          return meet(ring[(i + last - 1) % last], vertex, ring[i + 1]);
        }
      }
    }
    return false;
  }

  private boolean meet(Coordinate before, Coordinate vertex, Coordinate after) {
    List<LineSegment> from = along(before, vertex);
    List<LineSegment> to = along(vertex, after);
    return from.stream().anyMatch(one -> to.stream().anyMatch(other -> !isAlong(one, other)));
  }

  /** Edges of the file that hold all of a piece. */
  private List<LineSegment> along(Coordinate from, Coordinate to) {
    var found = new ArrayList<LineSegment>();
    for (LineSegment edge : edges) {
      if (edge.distance(from) <= REACH_DEGREES && edge.distance(to) <= REACH_DEGREES) {
        found.add(edge);
      }
    }
    return found;
  }

  private static boolean isAlong(LineSegment one, LineSegment other) {
    return one.distancePerpendicular(other.p0) <= REACH_DEGREES
        && one.distancePerpendicular(other.p1) <= REACH_DEGREES;
  }
}
