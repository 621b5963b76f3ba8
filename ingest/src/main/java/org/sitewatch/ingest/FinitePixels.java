package org.sitewatch.ingest;

import java.util.Arrays;

/**
 * Which pixels hold a number in every band. All bands are added up first, which runs many pixels at
 * a time; only their sum is asked, one pixel after the other.
 */
public final class FinitePixels {
  private static final int BLOCK = 1024;

  /** Takes what is known of a block of pixels. */
  @FunctionalInterface
  public interface Sink {

    /**
     * @param doubts 0 where all bands are finite, else NaN; the pixel {@code from} comes first
     */
    void take(int from, int count, float[] doubts);
  }

  private FinitePixels() {}

  /**
   * @param planes [band][pixel], null for a band that is not there
   * @param sink is told of all pixels in order, block by block
   */
  public static void tell(float[][] planes, int pixels, Sink sink) {
    var doubts = new float[Math.min(BLOCK, pixels)];
    var values = new float[doubts.length];
    for (int from = 0; from < pixels; from += BLOCK) {
      int count = Math.min(BLOCK, pixels - from);
      Arrays.fill(doubts, 0);
      for (float[] plane : planes) {
        if (plane != null) {
          // A loop over arrays at two places would not be vectorised.
          System.arraycopy(plane, from, values, 0, count);
          add(values, count, doubts);
        }
      }
      sink.take(from, count, doubts);
    }
  }

  /** Zero times a number is zero, or a zero below it; of all else it is NaN. */
  private static void add(float[] values, int count, float[] doubts) {
    for (int i = 0; i < count; i++) {
      doubts[i] += 0 * values[i];
    }
  }
}
