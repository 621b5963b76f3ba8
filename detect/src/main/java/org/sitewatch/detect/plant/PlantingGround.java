package org.sitewatch.detect.plant;

import java.util.List;
import java.util.function.IntFunction;

/** Where at a site something can be planted, and what its looks show of it. */
public final class PlantingGround {
  final int width;
  final int height;
  final double pixel_m;
  final boolean[] inside;
  final boolean[] taken;
  final ShownLooks looks;
  private final IntFunction<boolean[]> clear;

  /**
   * Arrays are shared and not copied.
   *
   * @param pixel_m side of a pixel on the ground
   * @param inside by pixel: belongs to a zone
   * @param taken by pixel: what happens there unplanted would be mistaken for a planting
   * @param clear by look: which pixels it shows
   */
  public PlantingGround(
      int width,
      int height,
      double pixel_m,
      boolean[] inside,
      boolean[] taken,
      ShownLooks looks,
      IntFunction<boolean[]> clear) {
    this.width = width;
    this.height = height;
    this.pixel_m = pixel_m;
    this.inside = inside;
    this.taken = taken;
    this.looks = looks;
    this.clear = clear;
  }

  /** Looks from one on that see at least half of some pixels. */
  List<Integer> clearLooks(int firstLook, int[] pixels) {
    return looks.looks().stream()
        .filter(look -> look >= firstLook && sees(clear.apply(look), pixels))
        .toList();
  }

  private static boolean sees(boolean[] seen, int[] pixels) {
    int count = 0;
    for (int pixel : pixels) {
      count += seen[pixel] ? 1 : 0;
    }
    return 2 * count >= pixels.length;
  }
}
