package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.Median;

/** Pixels that keep to their year in every band: on them the light of two looks is compared. */
public final class StablePixels {
  /** Of the median unrest over the site. */
  private static final double GREATEST_SHARE = 1.2;

  private StablePixels() {}

  /**
   * True where the greatest of the bands' sigmas, each as a multiple of its median over the site,
   * is below 1.2 times the median of this; false where there is no model.
   */
  public static boolean[] of(HarmonicModel model) {
    int pixels = model.pixels();
    var unrest = new double[pixels];
    for (int band = 0; band < model.bands(); band++) {
      float[] sigma = model.sigma(band);
      double median = model.typicalSigma(band);
      for (int pixel = 0; pixel < pixels; pixel++) {
        unrest[pixel] = Math.max(unrest[pixel], sigma[pixel] / median);
      }
    }
    var numbers = Arrays.stream(unrest).filter(value -> !Double.isNaN(value)).toArray();
    double limit = GREATEST_SHARE * Median.of(numbers, numbers.length);
    var stable = new boolean[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      stable[pixel] = unrest[pixel] < limit;
    }
    return stable;
  }
}
