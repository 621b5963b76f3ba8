package org.sitewatch.detect.series;

import org.sitewatch.detect.change.FloatBlock;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.change.Median;

/**
 * Finds the clouds, shadows and snow that a scene's own mask missed, by what the site would show
 * without them. What lasts is no cloud: the caller releases pixels flagged look after look.
 *
 * <p>Haze-optimised transform (blue against red): Zhang, Guindon &amp; Cihlar 2002, Remote Sensing
 * of Environment 82, here of differences from the prediction.
 */
public final class CloudScreen {
  /** Haze reddens nothing: of a brightening of the ground, half of red stays in blue. */
  private static final double RED_IN_BLUE = 0.5;

  private static final double LEAST_HAZE = 0.012;
  private static final double HAZE_SIGMAS = 4;

  /** Haze brightens blue by at least this. */
  private static final double LEAST_BLUE = 0.02;

  /** Where too few pixels are clear to measure it. */
  private static final double DEFAULT_HAZE_SIGMA = 0.01;

  private static final double LEAST_HAZE_SIGMA = 1e-4;
  private static final int PIXELS_FOR_SIGMA = 200;

  /** A shadow takes more of green, red and near infrared than of short-wave infrared. */
  private static final double SHADOW_SHARE = 0.85;

  private static final double SHADOW_SHARE_SWIR = 0.88;

  /** How far a shadow lies from its cloud at most, along rows and columns. */
  private static final int SHADOW_REACH_PX = 10;

  private static final double LEAST_SNOW_INDEX = 0.1;
  private static final double LEAST_SNOW_GREEN = 0.2;

  /** Rims of clouds, shadows and snow are thinner than any threshold. */
  private static final int RIM_PX = 2;

  private CloudScreen() {}

  /**
   * The valid pixels that are none of the ground.
   *
   * @param normalised [band][pixel] on the scale of {@code predicted}; NaN = not seen. Values under
   *     {@code masked}, if there are any, help to see the thickness of a cloud's rim
   * @param predicted [band][pixel], NaN = no model: there nothing is flagged
   * @param valid seen clear, as far as the mask knows
   * @param masked cloud by the scene's mask; not pixels outside of the image
   */
  public static boolean[] flag(
      float[][] normalised,
      float[][] predicted,
      boolean[] valid,
      boolean[] masked,
      OpticalBands bands,
      int width,
      int height) {
    int pixels = valid.length;
    var found = new boolean[pixels];
    var cloud = new boolean[pixels];
    markHaze(normalised, predicted, valid, bands, found);
    MaskMorphology.openBySquare(found, width, height, cloud);

    var near = new boolean[pixels];
    for (int i = 0; i < pixels; i++) {
      near[i] = masked[i] || cloud[i];
    }
    MaskMorphology.dilateByCityBlocks(near, width, height, SHADOW_REACH_PX, near);
    var shadow = new boolean[pixels];
    markShadow(normalised, predicted, bands, found);
    MaskMorphology.openBySquare(found, width, height, shadow);
    for (int i = 0; i < pixels; i++) {
      cloud[i] |= shadow[i] && near[i];
    }
    MaskDilation.dilate(cloud, width, height, RIM_PX, cloud);

    var snow = new boolean[pixels];
    markSnow(normalised[bands.green()], normalised[bands.swir16()], snow);
    MaskMorphology.dilateByCityBlocks(snow, width, height, RIM_PX, snow);
    for (int i = 0; i < pixels; i++) {
      cloud[i] = valid[i] && (cloud[i] || snow[i]);
    }
    return cloud;
  }

  private static void markHaze(
      float[][] normalised,
      float[][] predicted,
      boolean[] valid,
      OpticalBands bands,
      boolean[] out) {
    float[] blue = normalised[bands.blue()];
    float[] blueExpected = predicted[bands.blue()];
    float[] red = normalised[bands.red()];
    float[] redExpected = predicted[bands.red()];
    var haze = new double[valid.length];
    var clear = new double[valid.length];
    int count = 0;
    var blueRise = new double[valid.length];
    difference(blue, blueExpected, blueRise);
    var redRise = new float[FloatBlock.SIZE];
    var block = new double[FloatBlock.SIZE];
    for (int from = 0; from < haze.length; from += FloatBlock.SIZE) {
      int pixels = FloatBlock.count(from, haze.length);
      for (int i = 0; i < pixels; i++) {
        redRise[i] = red[from + i] - redExpected[from + i];
      }
      FloatBlock.widen(redRise, 0, pixels, block);
      for (int i = 0; i < pixels; i++) {
        haze[from + i] = blueRise[from + i] - RED_IN_BLUE * block[i];
      }
    }
    for (int i = 0; i < haze.length; i++) {
      if (valid[i] && !Double.isNaN(haze[i])) {
        clear[count++] = haze[i];
      }
    }
    double sigma = DEFAULT_HAZE_SIGMA;
    if (count > PIXELS_FOR_SIGMA) {
      double middle = Median.of(clear, count);
      sigma = Median.scale(clear, count, middle) + LEAST_HAZE_SIGMA;
    }
    double least = Math.max(LEAST_HAZE, HAZE_SIGMAS * sigma);
    for (int i = 0; i < haze.length; i++) {
      out[i] = haze[i] > least && blueRise[i] > LEAST_BLUE;
    }
  }

  private static void difference(float[] plane, float[] other, double[] difference) {
    var block = new double[FloatBlock.SIZE];
    var subtracted = new double[FloatBlock.SIZE];
    for (int from = 0; from < plane.length; from += FloatBlock.SIZE) {
      int pixels = FloatBlock.count(from, plane.length);
      FloatBlock.widen(plane, from, pixels, block);
      FloatBlock.widen(other, from, pixels, subtracted);
      for (int i = 0; i < pixels; i++) {
        difference[from + i] = block[i] - subtracted[i];
      }
    }
  }

  private static void markShadow(
      float[][] normalised, float[][] predicted, OpticalBands bands, boolean[] out) {
    int[] checked = {bands.green(), bands.red(), bands.nir(), bands.swir16()};
    for (int i = 0; i < out.length; i++) {
      boolean dark = true;
      for (int band : checked) {
        double share = band == bands.swir16() ? SHADOW_SHARE_SWIR : SHADOW_SHARE;
        dark &= normalised[band][i] < share * predicted[band][i];
      }
      out[i] = dark;
    }
  }

  private static void markSnow(float[] green, float[] swir16, boolean[] out) {
    for (int i = 0; i < out.length; i++) {
      double index = ((double) green[i] - swir16[i]) / (Math.abs(green[i] + swir16[i]) + 1e-3);
      out[i] = index > LEAST_SNOW_INDEX && green[i] > LEAST_SNOW_GREEN;
    }
  }
}
