package org.sitewatch.detect.change;

/**
 * Snow that a scene's own mask missed. It is white in red and dark in the short-wave infrared, as
 * no soil is; a cloud screen that releases what stays would release it. Thick ice cloud looks alike
 * and is as well masked.
 *
 * <p>Normalised-difference snow index: Dozier 1989, Remote Sensing of Environment 28; limits of the
 * first pass of Gascoin et al. 2019, Earth System Science Data 11. Wet salt can look the same and
 * is then not seen.
 */
public final class SnowMask {
  private static final double LEAST_INDEX = 0.4;
  private static final double LEAST_RED = 0.2;

  private SnowMask() {}

  /**
   * Adds the pixels that show snow to a mask. The planes are surface reflectance, NaN = not seen,
   * never snow.
   */
  public static void addTo(boolean[] masked, float[] green, float[] red, float[] swir16) {
    for (int pixel = 0; pixel < masked.length; pixel++) {
      double difference = (double) green[pixel] - swir16[pixel];
      double sum = (double) green[pixel] + swir16[pixel];
      masked[pixel] |= red[pixel] > LEAST_RED && difference > LEAST_INDEX * sum;
    }
  }
}
