package org.sitewatch.detect.change;

/**
 * Signed anomaly of a look against its baseline in units of noise, z = (y - median) / sqrt(spread²
 * + floor² + edge²), and its length over the bands. The floor is the scene's own: the robust scale
 * of y - median over all clear pixels, so that a pixel whose few earlier looks happen to agree is
 * not called certain.
 */
public final class Anomaly {
  /** A millionth of the scene's own contrast: keeps two identical images from dividing by 0. */
  private static final double LEAST_FLOOR = 1e-6;

  private Anomaly() {}

  /**
   * One band; NaN where the look or the baseline is NaN.
   *
   * @param edge noise of a shift, see {@link EdgeNoise}
   */
  public static void of(float[] look, float[] median, float[] spread, float[] edge, float[] z) {
    for (int i = 0; i < look.length; i++) {
      z[i] = look[i] - median[i];
    }
    double[] difference = Sample.ofNumbers(z);
    double floor = difference.length == 0 ? 0 : Median.scale(difference, difference.length, 0);
    double floor2 = Math.max(floor, LEAST_FLOOR) * Math.max(floor, LEAST_FLOOR);
    for (int i = 0; i < look.length; i++) {
      double edge2 = (double) edge[i] * edge[i];
      z[i] /= (float) Math.sqrt((double) spread[i] * spread[i] + floor2 + edge2);
    }
  }

  /** Root mean square over the bands, [band][pixel] to [pixel]; NaN where a band is NaN. */
  public static void length(float[][] z, float[] length) {
    for (int i = 0; i < length.length; i++) {
      double sum = 0;
      for (float[] band : z) {
        sum += (double) band[i] * band[i];
      }
      length[i] = (float) Math.sqrt(sum / z.length);
    }
  }
}
