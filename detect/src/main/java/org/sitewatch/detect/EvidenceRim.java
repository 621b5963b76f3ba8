package org.sitewatch.detect;

import org.sitewatch.detect.segment.PixelSet;

/**
 * Cuts a region to the pixels with at least a quarter of the strongest evidence within 3 pixels.
 * Beyond the bulk of its null, evidence grows as the square of the change: a quarter of it is half
 * of the amplitude, where a blurred edge truly lies. What is strong is thus not drawn larger than
 * what is weak, and a weak change beside a strong one is kept if it is more than its rim.
 */
final class EvidenceRim {
  private static final double SHARE = 0.25;
  private static final int REACH_PX = 3;

  private EvidenceRim() {}

  /**
   * @param evidence L of each pixel, NaN = not judged
   * @param least if fewer pixels were left, the whole region stays
   */
  static PixelSet cut(float[] evidence, PixelSet region, int least) {
    PixelSet inner =
        region.filtered(pixel -> evidence[pixel] >= SHARE * strongest(evidence, region, pixel));
    return inner.size() >= least ? inner : region;
  }

  private static double strongest(float[] evidence, PixelSet region, int center) {
    int width = region.width();
    int row = center / width;
    int column = center % width;
    double most = evidence[center];
    for (int r = Math.max(0, row - REACH_PX);
        r <= Math.min(region.height() - 1, row + REACH_PX);
        r++) {
      for (int c = Math.max(0, column - REACH_PX);
          c <= Math.min(width - 1, column + REACH_PX);
          c++) {
        float value = evidence[r * width + c];
        most = value > most ? value : most;
      }
    }
    return most;
  }
}
