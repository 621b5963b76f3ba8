package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;

/** An outline whose longitudes and latitudes have changed places. */
final class SwappedOutline {
  private SwappedOutline() {}

  static Outline of(Outline outline) {
    var polygons = new ArrayList<List<double[]>>();
    for (List<double[]> polygon : outline.polygons()) {
      var rings = new ArrayList<double[]>();
      for (double[] ring : polygon) {
        var swapped = new double[ring.length];
        for (int at = 0; at < ring.length; at += 2) {
          swapped[at] = ring[at + 1];
          swapped[at + 1] = ring[at];
        }
        rings.add(swapped);
      }
      polygons.add(rings);
    }
    return new Outline(polygons);
  }

  /** The change of places and nothing else; none if that gives no outline on the ground either. */
  static Proposal proposal(Outline outline) {
    Proposal swapped = OutlineRepair.of(of(outline));
    Proposal drawn = OutlineRepair.of(outline);
    return swapped.isNone()
        ? swapped
        : new Proposal("", true, drawn.areaBefore_m2(), swapped.areaBefore_m2(), swapped.outline());
  }
}
