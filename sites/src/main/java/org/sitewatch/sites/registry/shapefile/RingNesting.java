package org.sitewatch.sites.registry.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * Puts the rings of a shapefile's polygon together: in how many others a ring lies says whether it
 * is an outline or a hole, and the way it runs (outlines clockwise) must say the same.
 */
final class RingNesting {
  /** Rings times vertices: a second or two of work. */
  private static final long MAX_WORK = 2_000_000_000L;

  private final List<double[]> rings;
  private final Envelope[] bounds;
  private final int[] depth;
  private final int[] parent;

  private RingNesting(List<double[]> rings) {
    this.rings = rings;
    this.bounds = rings.stream().map(RingNesting::bounds).toArray(Envelope[]::new);
    this.depth = new int[rings.size()];
    this.parent = new int[rings.size()];
    Arrays.fill(parent, -1);
  }

  /** Polygons, shells first; none, with a flaw, where the rings contradict each other. */
  static List<List<double[]>> polygons(List<double[]> rings, List<Flaw> flaws) {
    long vertices = rings.stream().mapToLong(ring -> ring.length / 2).sum();
    boolean plain = rings.size() == 1 || rings.stream().anyMatch(RingNesting::isNoRing);
    if (plain) {
      return rings.stream().map(List::of).toList(); // the check says what is wrong with a ring
    }
    if (rings.size() * vertices > MAX_WORK) {
      flaws.add(Flaw.error(Code.G1, "it has too many rings and vertices; split it"));
      return List.of();
    }
    var nesting = new RingNesting(rings);
    nesting.nest();
    return nesting.isConsistent(flaws) ? nesting.together() : List.of();
  }

  private static boolean isNoRing(double[] ring) {
    return ring.length < 8 || Arrays.stream(ring).anyMatch(number -> !Double.isFinite(number));
  }

  private void nest() {
    for (int inner = 0; inner < rings.size(); inner++) {
      for (int outer = 0; outer < rings.size(); outer++) {
        if (inner != outer && bounds[outer].contains(bounds[inner]) && isWithin(inner, outer)) {
          depth[inner]++;
          boolean nearer = parent[inner] < 0 || bounds[parent[inner]].contains(bounds[outer]);
          parent[inner] = nearer ? outer : parent[inner];
        }
      }
    }
  }

  /** By the first vertex that is not on the other ring. */
  private boolean isWithin(int inner, int outer) {
    double[] ring = rings.get(inner);
    for (int at = 0; at < ring.length; at += 2) {
      int location = location(ring[at], ring[at + 1], rings.get(outer));
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return false;
  }

  private static int location(double x, double y, double[] ring) {
    var counter = new RayCrossingCounter(new Coordinate(x, y));
    for (int at = 2; at < ring.length; at += 2) {
      counter.countSegment(
          new Coordinate(ring[at - 2], ring[at - 1]), new Coordinate(ring[at], ring[at + 1]));
    }
    return counter.getLocation();
  }

  /** All as the format wants it, or all the other way round, as some programs write. */
  private boolean isConsistent(List<Flaw> flaws) {
    boolean reversed = true;
    for (int ring = 0; ring < rings.size(); ring++) {
      reversed &= isClockwise(rings.get(ring)) != (depth[ring] % 2 == 0);
    }
    for (int ring = 0; ring < rings.size() && !reversed; ring++) {
      double[] pairs = rings.get(ring);
      if (isClockwise(pairs) == (depth[ring] % 2 == 0)) {
        continue;
      }
      String what =
          depth[ring] == 0
              ? "a ring runs as a hole and lies in no outline"
              : "a ring lies in another and runs the same way, hole or not";
      flaws.add(Flaw.errorAt(Code.G1, pairs[0], pairs[1], what).withCure("draw it again"));
      return false;
    }
    return true;
  }

  private List<List<double[]>> together() {
    var polygons = new ArrayList<List<double[]>>();
    var ofShell = new ArrayList<List<double[]>>(rings.size());
    for (int ring = 0; ring < rings.size(); ring++) {
      ofShell.add(new ArrayList<>(List.of(rings.get(ring))));
      if (depth[ring] % 2 == 0) {
        polygons.add(ofShell.get(ring));
      }
    }
    for (int ring = 0; ring < rings.size(); ring++) {
      if (depth[ring] % 2 == 1) {
        ofShell.get(parent[ring]).add(rings.get(ring));
      }
    }
    return polygons;
  }

  private static Envelope bounds(double[] ring) {
    var bounds = new Envelope();
    for (int at = 0; at < ring.length; at += 2) {
      bounds.expandToInclude(ring[at], ring[at + 1]);
    }
    return bounds;
  }

  private static boolean isClockwise(double[] ring) {
    double twiceArea = 0;
    for (int at = 2; at < ring.length; at += 2) {
      twiceArea +=
          (ring[at - 2] - ring[0]) * (ring[at + 1] - ring[1])
              - (ring[at] - ring[0]) * (ring[at - 1] - ring[1]);
    }
    return twiceArea < 0;
  }
}
