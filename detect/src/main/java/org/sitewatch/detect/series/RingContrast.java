package org.sitewatch.detect.series;

/**
 * Takes from each pixel what its surroundings share with it: z less the mean over the ring (33 × 33
 * without 11 × 11) of z clipped at 3. Rain, a late spring or haze that moves a whole slope goes;
 * what is smaller than the hole stays. See docs/detectors/ring-and-clutter.md.
 */
public final class RingContrast {
  private static final float CLIP = 3;

  /** A ring of few pixels gives a mean that is pulled to 0 instead of a noisy one. */
  private static final double LEAST_COUNT = 30;

  /** A look with fewer valid pixels is left as it is. */
  static final int LEAST_VALID = 100;

  private RingContrast() {}

  /**
   * Works in place. Only valid pixels speak for the surroundings; all get the contrast to them.
   *
   * @param z [band][pixel], in standard deviations
   */
  public static void subtract(float[][] z, boolean[] valid, int width, int height) {
    if (ValidPixels.count(valid) < LEAST_VALID) {
      return;
    }
    var ring = new RingSum(width, height);
    var counts = new double[valid.length];
    ring.count(valid, counts);
    var clipped = new float[valid.length];
    var sums = new double[valid.length];
    for (float[] plane : z) {
      for (int pixel = 0; pixel < valid.length; pixel++) {
        clipped[pixel] = valid[pixel] ? Math.max(-CLIP, Math.min(CLIP, plane[pixel])) : 0;
      }
      ring.of(clipped, sums);
      for (int pixel = 0; pixel < valid.length; pixel++) {
        plane[pixel] -= (float) (sums[pixel] / Math.max(counts[pixel], LEAST_COUNT));
      }
    }
  }
}
