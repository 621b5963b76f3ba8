package org.sitewatch.detect.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.detect.segment.ConnectedRegions.Neighbours;

/**
 * The outline of a pixel set along the edges of its pixels, in pixel coordinates (column to the
 * right, row downwards, whole numbers at the corners). Pixels that meet at a corner only become
 * polygons that touch in a point, and a ring that would touch itself is split there, so the result
 * is always valid.
 */
public final class PixelOutline {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private PixelOutline() {}

  /** One polygon for each edge-connected part, in the order of their first pixels. */
  public static MultiPolygon of(PixelSet pixels) {
    if (pixels.size() == 0) {
      return FACTORY.createMultiPolygon();
    }
    int firstRow = pixels.first() / pixels.width();
    int lastRow = pixels.last() / pixels.width();
    int skipped = firstRow * pixels.width();
    var mask = new boolean[(lastRow - firstRow + 1) * pixels.width()];
    pixels.stream().forEach(pixel -> mask[pixel - skipped] = true);
    return FACTORY.createMultiPolygon(
        ConnectedRegions.of(mask, pixels.width(), lastRow - firstRow + 1, Neighbours.FOUR).stream()
            .map(part -> part.moved(0, firstRow, pixels.width(), pixels.height()))
            .map(PixelOutline::polygon)
            .toArray(Polygon[]::new));
  }

  private static Polygon polygon(PixelSet part) {
    var rings = new ArrayList<LinearRing>();
    var edges = edges(part);
    while (!edges.isEmpty()) {
      walk(edges.keySet().iterator().next(), edges, rings);
    }
    LinearRing shell = null;
    var holes = new ArrayList<LinearRing>();
    for (LinearRing ring : rings) {
      // Edges run with their pixel on the left as seen with rows upwards: clockwise shells here.
      if (Orientation.isCCW(ring.getCoordinates())) {
        holes.add(ring);
      } else {
        shell = ring;
      }
    }
    return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  /** The edges between the part and its surroundings: start to one or two ends. */
  private static LinkedHashMap<Corner, ArrayDeque<Corner>> edges(PixelSet part) {
    var edges = new LinkedHashMap<Corner, ArrayDeque<Corner>>();
    int width = part.width();
    part.stream()
        .forEach(
            pixel -> {
              int column = pixel % width;
              int row = pixel / width;
              var northWest = new Corner(column, row);
              var northEast = new Corner(column + 1, row);
              var southWest = new Corner(column, row + 1);
              var southEast = new Corner(column + 1, row + 1);
              if (row == 0 || !part.contains(pixel - width)) {
                add(edges, northEast, northWest);
              }
              if (column == 0 || !part.contains(pixel - 1)) {
                add(edges, northWest, southWest);
              }
              if (row == part.height() - 1 || !part.contains(pixel + width)) {
                add(edges, southWest, southEast);
              }
              if (column == width - 1 || !part.contains(pixel + 1)) {
                add(edges, southEast, northEast);
              }
            });
    return edges;
  }

  private static void add(LinkedHashMap<Corner, ArrayDeque<Corner>> edges, Corner from, Corner to) {
    edges.computeIfAbsent(from, corner -> new ArrayDeque<>(2)).add(to);
  }

  /** Follows edges until back at the start; a loop that closes on the way is a ring of its own. */
  private static void walk(
      Corner start, LinkedHashMap<Corner, ArrayDeque<Corner>> edges, List<LinearRing> rings) {
    var path = new ArrayList<Corner>();
    var places = new HashMap<Corner, Integer>();
    var corner = start;
    do {
      places.put(corner, path.size());
      path.add(corner);
      var ends = edges.get(corner);
      var next = ends.poll();
      if (ends.isEmpty()) {
        edges.remove(corner);
      }
      corner = next;
      Integer place = places.get(corner);
      if (place != null) {
        var loop = path.subList(place, path.size());
        rings.add(ring(loop));
        loop.forEach(places::remove);
        loop.clear();
      }
    } while (!path.isEmpty());
  }

  /** Closes a loop and leaves out the corners at which it goes straight on. */
  private static LinearRing ring(List<Corner> loop) {
    var coordinates = new ArrayList<Coordinate>();
    int size = loop.size();
    for (int i = 0; i < size; i++) {
      var before = loop.get((i + size - 1) % size);
      var here = loop.get(i);
      var after = loop.get((i + 1) % size);
      if (before.column() != after.column() && before.row() != after.row()) {
        coordinates.add(new Coordinate(here.column(), here.row()));
      }
    }
    coordinates.add(coordinates.get(0).copy());
    return FACTORY.createLinearRing(CoordinateArrays.toCoordinateArray(coordinates));
  }

  private record Corner(int column, int row) {}
}
