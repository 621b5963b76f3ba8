package org.sitewatch.detect.series;

import org.sitewatch.detect.change.FloatBlock;

/**
 * Constant false-alarm rate: whitened vectors are divided by how loud their surroundings are. k² is
 * the mean over the ring (33 × 33 without 11 × 11) of min(|u|² / bands, 9) and 1 at least, so quiet
 * surroundings raise nothing and one loud object cannot silence the ground around it. Half-missed
 * haze and a spring unlike others are damped where they are. See
 * docs/detectors/ring-and-clutter.md.
 */
public final class ClutterScale {
  private static final double CLIP = 9;

  /** A ring of this many valid pixels or fewer takes the mean of the whole look. */
  private static final double LEAST_COUNT = 60;

  private ClutterScale() {}

  /**
   * Works in place. Only valid pixels speak for the surroundings; all are divided by them. A look
   * with fewer than 100 valid pixels is left as it is.
   *
   * @param u [band][pixel], whitened: |u|² has the mean of the number of bands under no change
   */
  public static void divide(float[][] u, boolean[] valid, int width, int height) {
    int count = ValidPixels.count(valid);
    if (count < RingContrast.LEAST_VALID) {
      return;
    }
    float[] loudness = loudness(u, valid);
    double total = 0;
    for (float value : loudness) {
      total += value;
    }
    var ring = new RingSum(width, height);
    var counts = new double[valid.length];
    ring.count(valid, counts);
    var sums = new double[valid.length];
    ring.of(loudness, sums);
    for (int pixel = 0; pixel < valid.length; pixel++) {
      boolean local = counts[pixel] > LEAST_COUNT;
      double mean = local ? sums[pixel] / counts[pixel] : total / count;
      sums[pixel] = 1 / Math.sqrt(Math.max(1, mean));
    }
    var block = new double[FloatBlock.SIZE];
    for (float[] plane : u) {
      for (int from = 0; from < plane.length; from += FloatBlock.SIZE) {
        int pixels = FloatBlock.count(from, plane.length);
        FloatBlock.widen(plane, from, pixels, block);
        for (int i = 0; i < pixels; i++) {
          block[i] *= sums[from + i];
        }
        FloatBlock.narrow(block, pixels, plane, from);
      }
    }
  }

  private static float[] loudness(float[][] u, boolean[] valid) {
    var loudness = new float[valid.length];
    for (float[] plane : u) {
      for (int pixel = 0; pixel < valid.length; pixel++) {
        if (valid[pixel]) {
          loudness[pixel] += plane[pixel] * plane[pixel];
        }
      }
    }
    for (int pixel = 0; pixel < valid.length; pixel++) {
      loudness[pixel] = (float) Math.min(loudness[pixel] / u.length, CLIP);
    }
    return loudness;
  }
}
