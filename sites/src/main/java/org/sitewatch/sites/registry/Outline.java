package org.sitewatch.sites.registry;

import java.util.List;

/**
 * Polygons as a file has them, closed or not, valid or not: polygon, ring (the first is the shell),
 * (x, y) pairs. A class over primitive arrays, which belong to it.
 */
final class Outline {
  static final Outline NONE = new Outline(List.of());

  private final List<List<double[]>> polygons;

  Outline(List<List<double[]>> polygons) {
    this.polygons = polygons;
  }

  List<List<double[]>> polygons() {
    return polygons;
  }

  int vertices() {
    int sum = 0;
    for (List<double[]> polygon : polygons) {
      for (double[] ring : polygon) {
        sum += ring.length / 2;
      }
    }
    return sum;
  }
}
