package org.sitewatch.detect.series;

import org.sitewatch.detect.change.Median;

/**
 * The usual size of the residuals of each pixel and band by season: 1.4826 median |z| of its valid
 * looks, shrunk from the scene's median to the pixel's year and from there to the season, each as
 * if a number of looks had shown the wider figure. See docs/detectors/scale-and-whitening.md.
 */
public final class SeasonalScale {
  /** Looks the scene's median weighs against a pixel's own year. */
  private static final double SCENE_LOOKS = 10;

  /** Looks the year weighs against a season. */
  private static final double YEAR_LOOKS = 12;

  /** No pixel's year is quieter than this share of the scene's median. */
  private static final double FLOOR = 0.5;

  /** Fewer looks than these have no median of their own. */
  private static final int LEAST_LOOKS = 3;

  /** A slot within reach of fewer looks takes the year's figure. */
  private static final int LEAST_SLOT_LOOKS = 6;

  private static final int SCENE_SAMPLE = 1 << 18;
  private static final float LEAST_SCALE = 1e-6f;

  private final float[][][] planes;

  /** [slot][band] of pixels that no look of the history shows. */
  private final float[][] unseen;

  private SeasonalScale(float[][][] planes, float[][] unseen) {
    this.planes = planes;
    this.unseen = unseen;
  }

  /**
   * Measures the scale of a history.
   *
   * @param z [look][band][pixel], residuals centred near 0
   * @param valid [look][pixel]; what is not valid is not read
   * @param days of all looks, days since 1 January 1970
   * @param looks those of the history, at least one with a valid pixel
   */
  public static SeasonalScale fit(float[][][] z, boolean[][] valid, double[] days, int[] looks) {
    if (ValidPixels.count(valid, looks) == 0) {
      throw new IllegalArgumentException("no valid pixel in " + looks.length + " looks of history");
    }
    int bands = z[looks[0]].length;
    int pixels = valid[looks[0]].length;
    var near = new int[looks.length][];
    var lending = new int[SeasonSlots.COUNT];
    for (int i = 0; i < looks.length; i++) {
      near[i] = SeasonSlots.near(days[looks[i]]);
      for (int slot : near[i]) {
        lending[slot]++;
      }
    }
    var sample = SeriesSample.of(valid, looks, SCENE_SAMPLE);
    var planes = new float[SeasonSlots.COUNT][bands][pixels];
    var unseen = new float[SeasonSlots.COUNT][bands];
    var medians = new PixelMedians(near);
    for (int band = 0; band < bands; band++) {
      double scene = sceneScale(z, band, sample);
      double never = ofYear(0, Double.NaN, scene);
      for (int slot = 0; slot < SeasonSlots.COUNT; slot++) {
        boolean own = lending[slot] >= LEAST_SLOT_LOOKS;
        unseen[slot][band] = (float) (own ? shrunk(0, Double.NaN, YEAR_LOOKS, never) : never);
      }
      for (int pixel = 0; pixel < pixels; pixel++) {
        medians.measure(z, valid, looks, band, pixel);
        double year = ofYear(medians.count(), medians.median(), scene);
        for (int slot = 0; slot < SeasonSlots.COUNT; slot++) {
          boolean own = lending[slot] >= LEAST_SLOT_LOOKS;
          planes[slot][band][pixel] =
              (float)
                  (own
                      ? shrunk(medians.count(slot), medians.median(slot), YEAR_LOOKS, year)
                      : year);
        }
      }
    }
    return new SeasonalScale(planes, unseen);
  }

  /** A scale kept earlier, [slot of 12][band][pixel], all &gt; 0. */
  public static SeasonalScale ofPlanes(float[][][] planes) {
    if (planes.length != SeasonSlots.COUNT) {
      throw new IllegalArgumentException("season slots must be 12, got " + planes.length);
    }
    return new SeasonalScale(planes, new float[0][]);
  }

  /** Of a part of the window. */
  SeasonalScale cut(SeenPart part) {
    return new SeasonalScale(part.cut(planes), unseen);
  }

  /** Of the whole window, for a scale that was measured and not kept. */
  SeasonalScale whole(SeenPart part) {
    var whole = new float[planes.length][planes[0].length][];
    for (int slot = 0; slot < planes.length; slot++) {
      for (int band = 0; band < planes[slot].length; band++) {
        whole[slot][band] = part.whole(planes[slot][band], unseen[slot][band]);
      }
    }
    return new SeasonalScale(whole, unseen);
  }

  /** [slot of 12][band][pixel]; not a copy. */
  public float[][][] planes() {
    return planes;
  }

  /**
   * Divides a look by the scale of its season in place.
   *
   * @param day days since 1 January 1970
   */
  public void divide(double day, float[][] z) {
    float[][] scale = planes[SeasonSlots.of(day)];
    for (int band = 0; band < z.length; band++) {
      for (int pixel = 0; pixel < z[band].length; pixel++) {
        z[band][pixel] /= scale[band][pixel];
      }
    }
  }

  private static double sceneScale(float[][][] z, int band, SeriesSample sample) {
    var distances = new double[sample.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(z[sample.look(i)][band][sample.pixel(i)]);
    }
    double scale = Median.MAD_TO_SIGMA * Median.of(distances, distances.length);
    return Math.max(scale, LEAST_SCALE);
  }

  private static double ofYear(int count, double median, double scene) {
    return Math.max(shrunk(count, median, SCENE_LOOKS, scene), FLOOR * scene);
  }

  private static double shrunk(int count, double median, double weight, double wider) {
    double own = Median.MAD_TO_SIGMA * median;
    int looks = count < LEAST_LOOKS ? 0 : count;
    double squares = looks == 0 ? 0 : looks * own * own;
    return Math.sqrt((squares + weight * wider * wider) / (looks + weight));
  }
}
