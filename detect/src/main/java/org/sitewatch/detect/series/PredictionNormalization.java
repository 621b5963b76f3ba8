package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.LinearMap;

/**
 * Takes one band of a look to the light of its own prediction: haze, sun and calibration that move
 * the whole scene go out, the season stays in the prediction.
 *
 * <p>Orthogonal regression on pixels that do not change: Canty &amp; Nielsen 2008, Remote Sensing
 * of Environment 112. The reference is the prediction and not another look.
 */
public final class PredictionNormalization {
  /** Enough for an offset to a tenth of a thousandth of reflectance; more only cost time. */
  private static final int SAMPLED_PIXELS = 2500;

  /** Fewer cannot tell a gain from a change: the look stays as it is. */
  private static final int LEAST_PIXELS = 200;

  private static final LinearMap IDENTITY = new LinearMap(0, 1);

  private PredictionNormalization() {}

  /**
   * The map from the look to the scale of the prediction, {@code observed = offset + gain *
   * predicted}; gain in [0.6, 1.6]. Identity with 200 pixels or fewer.
   *
   * @param predicted reflectance, NaN = no model
   * @param observed reflectance, NaN = not seen
   * @param valid pixels seen clear
   * @param stable of {@link StablePixels}
   */
  public static LinearMap fit(
      float[] predicted, float[] observed, boolean[] valid, boolean[] stable) {
    return fit(predicted, observed, candidates(valid, stable));
  }

  /** Pixels on which any band of a look can be compared, in order. */
  static int[] candidates(boolean[] valid, boolean[] stable) {
    var candidates = new int[valid.length];
    int count = 0;
    for (int pixel = 0; pixel < valid.length; pixel++) {
      candidates[count] = pixel;
      count += valid[pixel] & stable[pixel] ? 1 : 0;
    }
    return Arrays.copyOf(candidates, count);
  }

  /** As {@link #fit(float[], float[], boolean[], boolean[])}. */
  static LinearMap fit(float[] predicted, float[] observed, int[] candidates) {
    var speaking = new int[candidates.length];
    int total = 0;
    for (int pixel : candidates) {
      speaking[total] = pixel;
      total += Float.isFinite(predicted[pixel]) & Float.isFinite(observed[pixel]) ? 1 : 0;
    }
    int step = Math.max(1, total / SAMPLED_PIXELS);
    int count = (total + step - 1) / step;
    if (count <= LEAST_PIXELS) {
      return IDENTITY;
    }
    var x = new double[count];
    var y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = predicted[speaking[i * step]];
      y[i] = observed[speaking[i * step]];
    }
    return TrimmedLine.fit(x, y, count);
  }
}
