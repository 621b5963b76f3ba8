package org.sitewatch.report.chips;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Closes small gaps in an object for its outline: a line around each would hide the object. */
final class SmallGaps {
  /** Pixels of a gap that is too small to outline. */
  private static final int MOST_PX = 8;

  private SmallGaps() {}

  /** The object with its small gaps; one that reaches the edge of the window is none. */
  static boolean[] closed(boolean[] object, int width) {
    boolean[] closed = object.clone();
    var seen = object.clone();
    for (int pixel = 0; pixel < object.length; pixel++) {
      if (!seen[pixel]) {
        List<Integer> gap = gap(pixel, seen, width);
        if (gap.size() <= MOST_PX && gap.stream().noneMatch(p -> isEdge(p, width, seen.length))) {
          gap.forEach(p -> closed[p] = true);
        }
      }
    }
    return closed;
  }

  private static boolean isEdge(int pixel, int width, int size) {
    int column = pixel % width;
    return column == 0 || column == width - 1 || pixel < width || pixel >= size - width;
  }

  /** The pixels outside of the object that hang together by their sides; all marked as seen. */
  private static List<Integer> gap(int first, boolean[] seen, int width) {
    var gap = new ArrayList<Integer>();
    var open = new ArrayDeque<Integer>();
    seen[first] = true;
    open.add(first);
    while (!open.isEmpty()) {
      int pixel = open.remove();
      gap.add(pixel);
      int column = pixel % width;
      int[] beside = {
        column > 0 ? pixel - 1 : -1,
        column < width - 1 ? pixel + 1 : -1,
        pixel - width,
        pixel + width
      };
      for (int next : beside) {
        if (next >= 0 && next < seen.length && !seen[next]) {
          seen[next] = true;
          open.add(next);
        }
      }
    }
    return gap;
  }
}
