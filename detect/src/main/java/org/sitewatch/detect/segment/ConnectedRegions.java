package org.sitewatch.detect.segment;

import java.util.ArrayList;
import java.util.List;

/** Regions of a mask whose pixels touch, by union-find in one pass. */
public final class ConnectedRegions {
  private final int[] parents;

  private ConnectedRegions(int pixels) {
    parents = new int[pixels];
  }

  /** How pixels touch. */
  public enum Neighbours {
    /** By an edge. */
    FOUR,
    /** By an edge or a corner. */
    EIGHT
  }

  /** The regions in the order of their first pixels. */
  public static List<PixelSet> of(boolean[] mask, int width, int height, Neighbours neighbours) {
    var regions = new ConnectedRegions(mask.length);
    for (int pixel = 0; pixel < mask.length; pixel++) {
      regions.parents[pixel] = pixel;
      if (mask[pixel]) {
        regions.join(mask, pixel, width, neighbours);
      }
    }
    return regions.collect(mask, width, height);
  }

  private void join(boolean[] mask, int pixel, int width, Neighbours neighbours) {
    boolean hasLeft = pixel % width > 0;
    boolean hasRight = pixel % width < width - 1;
    boolean hasAbove = pixel >= width;
    boolean corners = neighbours == Neighbours.EIGHT;
    if (hasLeft && mask[pixel - 1]) {
      union(pixel, pixel - 1);
    }
    if (hasAbove && mask[pixel - width]) {
      union(pixel, pixel - width);
    }
    if (corners && hasAbove && hasLeft && mask[pixel - width - 1]) {
      union(pixel, pixel - width - 1);
    }
    if (corners && hasAbove && hasRight && mask[pixel - width + 1]) {
      union(pixel, pixel - width + 1);
    }
  }

  /** The smaller root wins, so the root of a region is its first pixel. */
  private void union(int one, int other) {
    int rootOfOne = root(one);
    int rootOfOther = root(other);
    parents[Math.max(rootOfOne, rootOfOther)] = Math.min(rootOfOne, rootOfOther);
  }

  private int root(int pixel) {
    int root = pixel;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private List<PixelSet> collect(boolean[] mask, int width, int height) {
    var sizes = new int[mask.length];
    for (int pixel = 0; pixel < mask.length; pixel++) {
      if (mask[pixel]) {
        sizes[root(pixel)]++;
      }
    }
    var members = new ArrayList<int[]>();
    var places = new int[mask.length];
    for (int pixel = 0; pixel < mask.length; pixel++) {
      if (mask[pixel]) {
        int root = root(pixel);
        if (root == pixel) {
          places[root] = members.size();
          members.add(new int[sizes[root]]);
        }
        int[] region = members.get(places[root]);
        region[region.length - sizes[root]--] = pixel;
      }
    }
    return members.stream().map(pixels -> PixelSet.of(width, height, pixels)).toList();
  }
}
