package org.sitewatch.detect.segment;

import java.util.Comparator;
import java.util.List;
import org.sitewatch.detect.segment.ConnectedRegions.Neighbours;

/**
 * Two thresholds: a region is everything that touches (8-connected) and reaches the low one, if at
 * least one of its pixels reaches the high one. Canny 1986, IEEE PAMI 8(6).
 */
public final class Hysteresis {
  private Hysteresis() {}

  /**
   * @param evidence NaN = not judged, never part of a region
   * @param seed the high threshold
   * @param grow the low threshold, at most {@code seed}
   * @param minPixels minimum mapping unit
   * @return largest first, then in the order of their first pixels
   */
  public static List<PixelSet> regions(
      float[] evidence, int width, int height, double seed, double grow, int minPixels) {
    var mask = new boolean[evidence.length];
    boolean isSeeded = false;
    for (int pixel = 0; pixel < evidence.length; pixel++) {
      mask[pixel] = evidence[pixel] >= grow;
      isSeeded |= evidence[pixel] >= seed;
    }
    if (!isSeeded) {
      return List.of();
    }
    return ConnectedRegions.of(mask, width, height, Neighbours.EIGHT).stream()
        .filter(region -> region.size() >= minPixels)
        .filter(region -> region.stream().anyMatch(pixel -> evidence[pixel] >= seed))
        .sorted(
            Comparator.comparingInt(PixelSet::size).reversed().thenComparingInt(PixelSet::first))
        .toList();
  }
}
