package org.sitewatch.detect.score;

import java.util.ArrayList;
import java.util.List;
import org.sitewatch.detect.segment.Hysteresis;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.sites.PixelGrid;

/** Finds and measures what stands out of a look inside the zones of a site. */
public final class LookObjects {
  private final PixelGrid grid;
  private final boolean[] inside;
  private final int minPixels;
  private final double growShare;

  /**
   * @param inside pixels of the zones
   * @param minPixels minimum mapping unit: of an object, and of its pixels inside
   * @param growShare an object grows to this share of its seed
   */
  public LookObjects(PixelGrid grid, boolean[] inside, int minPixels, double growShare) {
    this.grid = grid;
    this.inside = inside.clone();
    this.minPixels = minPixels;
    this.growShare = growShare;
  }

  /**
   * Largest first.
   *
   * @param evidence L, NaN = not judged
   * @param seed an object needs a pixel with this L
   * @param features of the look
   */
  public List<MeasuredObject> of(float[] evidence, double seed, ObjectFeatures features) {
    var objects = new ArrayList<MeasuredObject>();
    if (!reaches(evidence, seed)) {
      return objects;
    }
    for (PixelSet region :
        Hysteresis.regions(
            evidence, grid.width(), grid.height(), seed, growShare * seed, minPixels)) {
      if (region.count(pixel -> inside[pixel]) >= minPixels) {
        objects.add(new MeasuredObject(region, features.of(region)));
      }
    }
    return objects;
  }

  private static boolean reaches(float[] evidence, double seed) {
    for (float value : evidence) {
      if (value >= seed) {
        return true;
      }
    }
    return false;
  }
}
