package org.sitewatch.detect.pair;

import org.sitewatch.detect.change.GaussianMean;

/**
 * How much a look with one band differs from its past: the geometric mean of the anomaly after one
 * line for the whole scene, and of the distance from what ground of this value became; then a light
 * blur, as a pixel's light comes from its neighbours too.
 */
public final class OneBandScore {
  private static final double BLUR_SIGMA_PX = 0.7;

  private OneBandScore() {}

  /**
   * @param before [pixel], standardised
   * @param after [pixel], standardised
   * @param anomaly [pixel], at least 0, in units of noise
   * @param valid finite in all of these
   * @param score target, at least 0, on a scale of its own; NaN where not valid
   */
  public static void score(
      float[] before, float[] after, float[] anomaly, boolean[] valid, int width, float[] score) {
    var conditional = new float[score.length];
    ConditionalChange.score(before, after, valid, conditional);
    for (int pixel = 0; pixel < score.length; pixel++) {
      conditional[pixel] = (float) Math.sqrt((double) conditional[pixel] * anomaly[pixel]);
    }
    float[] smooth = GaussianMean.of(conditional, width, BLUR_SIGMA_PX);
    System.arraycopy(smooth, 0, score, 0, score.length);
  }
}
