package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.Locale;

/**
 * Kind of land, told from the site's own years: it decides whose false alarms are comparable. Drawn
 * from the season of NDVI as the model has it; see docs/detectors/budget.md for the cuts.
 */
public enum LandClass {
  /** Half of the ground hardly changes over the year. */
  BARE,
  /** Green comes and goes by a little. */
  GRASS,
  /** A tenth of the ground or more goes from soil to canopy and back. */
  CROP;

  private static final double BARE_RANGE = 0.1;
  private static final double CROP_RANGE = 0.4;
  private static final double CROP_QUANTILE = 0.9;
  private static final int MONTHS = 12;
  private static final double DAYS_OF_YEAR = 365.25;

  /**
   * @param inside pixels of the zones; others do not count
   */
  public static LandClass of(HarmonicModel model, OpticalBands roles, boolean[] inside) {
    var low = new float[inside.length];
    var high = new float[inside.length];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    var predicted = new float[model.bands()][inside.length];
    for (int month = 0; month < MONTHS; month++) {
      model.predict(month * DAYS_OF_YEAR / MONTHS, predicted);
      float[] red = predicted[roles.red()];
      float[] nir = predicted[roles.nir()];
      for (int pixel = 0; pixel < inside.length; pixel++) {
        float ndvi = (nir[pixel] - red[pixel]) / Math.max(0.01f, nir[pixel] + red[pixel]);
        low[pixel] = Math.min(low[pixel], ndvi);
        high[pixel] = Math.max(high[pixel], ndvi);
      }
    }
    var ranges = new double[inside.length];
    int count = 0;
    for (int pixel = 0; pixel < inside.length; pixel++) {
      if (inside[pixel] && high[pixel] >= low[pixel]) {
        ranges[count++] = high[pixel] - low[pixel];
      }
    }
    Arrays.sort(ranges, 0, count);
    if (count == 0 || ranges[count / 2] < BARE_RANGE) {
      return BARE;
    }
    return ranges[(int) (CROP_QUANTILE * (count - 1))] >= CROP_RANGE ? CROP : GRASS;
  }

  /** The word used in files: bare, grass, crop. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
