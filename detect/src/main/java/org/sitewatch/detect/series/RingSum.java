package org.sitewatch.detect.series;

/**
 * Sums over the ring around each pixel: 33 × 33 without the inner 11 × 11, clipped at the border.
 * The hole keeps a disturbance of up to 110 m at 10 m out of its own background.
 */
final class RingSum {
  static final int OUTER_PX = 33;
  static final int INNER_PX = 11;

  private final BoxSum box;
  private final double[] inner;

  RingSum(int width, int height) {
    this.box = new BoxSum(width, height);
    this.inner = new double[width * height];
  }

  /**
   * @param plane finite everywhere; pixels that must not count are 0
   */
  void of(float[] plane, double[] sums) {
    box.of(plane, OUTER_PX, sums);
    box.of(plane, INNER_PX, inner);
    for (int pixel = 0; pixel < inner.length; pixel++) {
      sums[pixel] -= inner[pixel];
    }
  }

  /** The number of valid pixels in each ring. */
  void count(boolean[] valid, double[] counts) {
    var ones = new float[valid.length];
    for (int pixel = 0; pixel < valid.length; pixel++) {
      ones[pixel] = valid[pixel] ? 1 : 0;
    }
    of(ones, counts);
  }
}
