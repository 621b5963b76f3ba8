package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.sites.LandCover;

/**
 * What grows on a site, told by its own history: of every pixel the NDVI that the model of the
 * season predicts for 24 days of the year, its median and its range. A pixel is bare if both are
 * low, and bears crops if the range is wide; a few fields among pasture make a site of crops.
 */
public final class SeasonCover {
  private static final int DAYS = 24;
  private static final double DAYS_A_YEAR = 365.25;

  /** The highest and the lowest of the 24 do not count: a short gap makes the waves overshoot. */
  private static final int LEFT_OUT = 1;

  private static final double BARE_MOST_MEDIAN = 0.20;
  private static final double BARE_MOST_RANGE = 0.08;
  private static final double CROP_LEAST_RANGE = 0.45;
  private static final double CROP_LEAST_SHARE = 0.03;

  private SeasonCover() {}

  /**
   * @param inside pixels of the zones; those without a model are not asked
   */
  public static LandCover of(HarmonicModel season, OpticalBands roles, boolean[] inside) {
    float[][] ndvi = yearOfNdvi(season, roles);
    var year = new double[DAYS];
    int asked = 0;
    int bare = 0;
    int crop = 0;
    for (int pixel = 0; pixel < inside.length; pixel++) {
      if (!inside[pixel]) {
        continue;
      }
      for (int i = 0; i < DAYS; i++) {
        year[i] = ndvi[i][pixel];
      }
      Arrays.sort(year);
      if (Double.isNaN(year[DAYS - 1])) {
        continue;
      }
      double median = (year[DAYS / 2 - 1] + year[DAYS / 2]) / 2;
      double range = year[DAYS - 1 - LEFT_OUT] - year[LEFT_OUT];
      asked++;
      bare += median <= BARE_MOST_MEDIAN && range <= BARE_MOST_RANGE ? 1 : 0;
      crop += range >= CROP_LEAST_RANGE ? 1 : 0;
    }
    if (asked == 0) {
      return LandCover.UNKNOWN;
    }
    if (crop >= CROP_LEAST_SHARE * asked) {
      return LandCover.CROP;
    }
    return 2 * bare > asked ? LandCover.BARE : LandCover.GRASS;
  }

  private static float[][] yearOfNdvi(HarmonicModel season, OpticalBands roles) {
    var red = new float[season.pixels()];
    var nir = new float[season.pixels()];
    var ndvi = new float[DAYS][season.pixels()];
    for (int i = 0; i < DAYS; i++) {
      season.predict(i * DAYS_A_YEAR / DAYS, roles.red(), red);
      season.predict(i * DAYS_A_YEAR / DAYS, roles.nir(), nir);
      for (int pixel = 0; pixel < red.length; pixel++) {
        float sum = nir[pixel] + red[pixel];
        ndvi[i][pixel] = sum > 0 ? (nir[pixel] - red[pixel]) / sum : Float.NaN;
      }
    }
    return ndvi;
  }
}
