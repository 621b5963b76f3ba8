package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/** Grids, and sets of pixels on them as runs: first pixel, length, first pixel, length, … */
final class PixelJson {
  private static final int MAX_SIDE = 1 << 15;

  private PixelJson() {}

  static ObjectNode grid(PixelGrid grid) {
    var affine = grid.affine();
    var node = CanonicalJson.object();
    node.put("epsg", grid.epsg()).put("width", grid.width()).put("height", grid.height());
    var numbers = node.putArray("affine");
    numbers.add(CanonicalJson.exact(affine.originX()));
    numbers.add(CanonicalJson.exact(affine.columnX()));
    numbers.add(CanonicalJson.exact(affine.rowX()));
    numbers.add(CanonicalJson.exact(affine.originY()));
    numbers.add(CanonicalJson.exact(affine.columnY()));
    numbers.add(CanonicalJson.exact(affine.rowY()));
    return node;
  }

  static PixelGrid readGrid(JsonFields fields) {
    var a = fields.numbers("affine");
    if (a.size() != 6) {
      throw fields.refused("affine must have 6 numbers, got " + a.size());
    }
    int width = fields.integer("width", 1, MAX_SIDE);
    int height = fields.integer("height", 1, MAX_SIDE);
    int epsg = fields.integer("epsg", 1, Integer.MAX_VALUE);
    try {
      var affine = new Affine(a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), a.get(5));
      return new PixelGrid(epsg, affine, width, height);
    } catch (IllegalArgumentException noGrid) {
      throw fields.refused(noGrid.getMessage());
    }
  }

  static void putRuns(ArrayNode runs, PixelSet pixels) {
    int[] sorted = pixels.stream().toArray();
    for (int i = 0; i < sorted.length; ) {
      int end = i + 1;
      while (end < sorted.length && sorted[end] == sorted[end - 1] + 1) {
        end++;
      }
      runs.add(sorted[i]).add(end - i);
      i = end;
    }
  }

  static PixelSet readRuns(JsonFields fields, String name, PixelGrid grid) {
    int[] runs = fields.integers(name, 0, grid.size());
    long total = 0;
    for (int i = 0; i < runs.length; i++) {
      total += i % 2 == 1 ? runs[i] : 0;
    }
    if (runs.length == 0 || runs.length % 2 != 0 || total > grid.size()) {
      throw fields.refused(name + " must be runs of pixels on the grid");
    }
    try {
      return PixelSet.of(
          grid.width(),
          grid.height(),
          IntStream.range(0, runs.length / 2)
              .flatMap(i -> IntStream.range(runs[2 * i], runs[2 * i] + runs[2 * i + 1]))
              .toArray());
    } catch (IllegalArgumentException outside) {
      throw fields.refused(name + ": " + outside.getMessage());
    }
  }
}
