package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.SeriesModel;

/**
 * What is measured on an object at a look, in the order of {@link #NAMES}; see
 * docs/detectors/object-score.md. Only the look and looks before it are read, and nothing that
 * names a place or a day. What cannot be measured is 0.
 */
public final class ObjectFeatures {
  public static final List<String> NAMES =
      List.of(
          "peak_evidence",
          "mean_evidence",
          "log_area",
          "delta_blue",
          "delta_green",
          "delta_red",
          "delta_nir",
          "delta_swir16",
          "delta_swir22",
          "delta_ndvi",
          "delta_brightness",
          "delta_texture",
          "contrast_noise",
          "elongation",
          "fill",
          "volatility",
          "expected_ndvi",
          "expected_brightness",
          "clear_share",
          "log_clutter",
          "flagged_share",
          "share_of_flagged",
          "mask_distance",
          "ring_evidence",
          "strength",
          "newest_share",
          "looks_showing",
          "share_before",
          "unrest",
          "season_contrast",
          "novelty",
          "novel_share",
          "log_false_alarms");

  /** Newest looks behind {@link RecentChange}. */
  public static final int NEWEST_LOOKS = 5;

  private static final int BANDS = 6;
  private static final double LEAST_RATE = 0.01;

  private final SeriesModel model;
  private final List<LookVectors> window;
  private final float[] evidence;
  private final OpticalBands roles;
  private final RecentChange change;
  private final int width;
  private final int height;
  private LookClutter clutter;

  /**
   * @param window the looks behind the evidence, oldest first, the judged one last
   * @param newest of these the newest, at most {@link #NEWEST_LOOKS}
   * @param evidence L of the judged one, NaN = not judged
   */
  public ObjectFeatures(
      SeriesModel model,
      List<LookVectors> window,
      List<SeriesLook> newest,
      float[] evidence,
      OpticalBands roles,
      int width,
      int height) {
    this.model = model;
    this.window = List.copyOf(window);
    this.evidence = evidence;
    this.roles = roles;
    change = new RecentChange(newest, evidence, roles, width, height);
    this.width = width;
    this.height = height;
  }

  /** All but the last, which takes {@link #withRate}. */
  public double[] of(PixelSet object) {
    if (clutter == null) {
      clutter = new LookClutter(evidence, window.get(window.size() - 1).state(), width, height);
    }
    int[] pixels = object.stream().filter(pixel -> !Float.isNaN(evidence[pixel])).toArray();
    int[] ring =
        Arrays.stream(ObjectRing.of(object)).filter(p -> !Float.isNaN(evidence[p])).toArray();
    var out = new double[NAMES.size()];
    out[0] = Arrays.stream(pixels).mapToDouble(pixel -> evidence[pixel]).max().orElse(0);
    out[1] = mean(pixels, pixel -> evidence[pixel]);
    out[2] = StrictMath.log(object.size());
    int[] bands = bands();
    double squares = 0;
    double brightness = 0;
    int present = 0;
    for (int i = 0; i < BANDS; i++) {
      if (bands[i] >= 0) {
        int band = bands[i];
        out[3 + i] = contrast(pixels, ring, pixel -> change.difference(band, pixel));
        double sigma = mean(pixels, pixel -> model.sigma(band)[pixel]);
        double inNoise = sigma > 0 ? out[3 + i] / sigma : 0;
        squares += inNoise * inNoise;
        brightness += out[3 + i];
        present++;
      }
    }
    out[9] = contrast(pixels, ring, change::ndvi);
    out[10] = brightness / present;
    out[11] = contrast(pixels, ring, change::texture);
    out[12] = Math.sqrt(squares / present);
    var shape = ObjectShape.of(object);
    out[13] = shape.elongation();
    out[14] = shape.fill();
    out[15] = mean(pixels, pixel -> model.sigma(roles.nir())[pixel]);
    out[16] = mean(pixels, change::expectedNdvi);
    out[17] = mean(pixels, pixel -> change.predicted(roles.red(), pixel));
    out[18] = mean(pixels, change::clearShare);
    out[19] = StrictMath.log1p(clutter.objects());
    out[20] = clutter.flaggedShare();
    out[21] = Math.min(1, (double) object.size() / Math.max(1, clutter.flagged()));
    out[22] = mean(pixels, clutter::distance_px);
    out[23] = mean(ring, pixel -> evidence[pixel]);
    var course = ObjectCourse.of(window, object);
    out[24] = course.strength();
    out[25] = course.newest();
    out[26] = course.looksShowing();
    out[27] = course.before();
    out[28] = course.unrest();
    var season = ObjectSeason.of(model.season(), bands, pixels, ring);
    double novelty =
        season.novelty(window.get(window.size() - 1).day(), Arrays.copyOfRange(out, 3, 3 + BANDS));
    out[29] = StrictMath.log1p(season.contrast());
    out[30] = StrictMath.log1p(novelty);
    out[31] = out[12] > 0 ? Math.min(1, novelty / out[12]) : 1;
    for (int i = 0; i < out.length; i++) {
      out[i] = Double.isFinite(out[i]) ? out[i] : 0;
    }
    return out;
  }

  /** With the false alarms a year the site is expected to raise at the peak. */
  public static double[] withRate(double[] features, FalseAlarmRate rate) {
    double[] out = features.clone();
    out[out.length - 1] = StrictMath.log(LEAST_RATE + rate.at(out[0]));
    return out;
  }

  private int[] bands() {
    return new int[] {
      roles.blue(),
      roles.green(),
      roles.red(),
      roles.nir(),
      roles.swir16(),
      roles.swir22().orElse(-1)
    };
  }

  /** Mean over the object less median over its ring. */
  private static double contrast(int[] pixels, int[] ring, IntToDoubleFunction value) {
    double[] around = IntStream.of(ring).mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
    double base = around.length == 0 ? 0 : Median.of(around, around.length);
    return mean(pixels, value) - base;
  }

  private static double mean(int[] pixels, IntToDoubleFunction value) {
    return IntStream.of(pixels)
        .mapToDouble(value)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(0);
  }
}
