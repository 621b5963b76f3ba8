package org.sitewatch.detect;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.sitewatch.detect.change.Anomaly;
import org.sitewatch.detect.change.Baseline;
import org.sitewatch.detect.change.CommonScale;
import org.sitewatch.detect.change.EdgeNoise;
import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.change.Standardization;

/**
 * A look and all usable earlier ones on one scale: per band the look itself, median and spread of
 * its past, and its signed anomaly in units of noise. What every rung starts from.
 */
final class LookPast {
  /** Looks of one orbit lie about 3 m apart at 10 m pixels; edges are noisy by as much. */
  private static final double SHIFT_PX = 0.3;

  private final ClearLooks looks;
  private final int judged;
  private final int[] earlier;
  private final boolean[][] seen;
  private final int bands;
  private final int pixels;
  private final int[] counts;
  private final BandScale[] scales;
  private final float[][] current;
  private final float[][] z;
  private final float[] plainLength;

  /**
   * @param frozen [look][pixel] of all looks of the stack: values that must not enter a baseline,
   *     null for a look without any
   */
  LookPast(ClearLooks looks, int judged, boolean[][] frozen, DetectConfig config) {
    this.looks = looks;
    this.judged = judged;
    bands = looks.stack().bands().size();
    pixels = looks.stack().grid().size();
    int[] all = looks.before(judged);
    earlier = Arrays.copyOfRange(all, Math.max(0, all.length - config.baselineLooks()), all.length);
    seen = new boolean[earlier.length + 1][];
    for (int i = 0; i < earlier.length; i++) {
      seen[i] = without(looks.clear(earlier[i]), frozen[earlier[i]]);
    }
    seen[earlier.length] = looks.clear(judged);
    boolean[][] history = Arrays.copyOf(seen, earlier.length);
    counts = Baseline.counts(history, pixels);
    scales = new BandScale[isEmpty() ? 0 : bands];
    z = new float[bands][isEmpty() ? 0 : pixels];
    current = new float[bands][];
    plainLength = new float[pixels];
    if (isEmpty()) {
      return;
    }
    var plainSquares = new double[pixels];
    for (int band = 0; band < bands; band++) {
      scales[band] = scale(band, history);
      current[band] =
          Standardization.apply(
              scales[band].judged(), looks.plane(judged, band), looks.clear(judged));
      anomaly(band, plainSquares);
    }
    Anomaly.length(plainSquares, bands, plainLength);
  }

  private static boolean[] without(boolean[] clear, boolean[] frozen) {
    if (frozen == null) {
      return clear;
    }
    var rest = clear.clone();
    for (int pixel = 0; pixel < rest.length; pixel++) {
      rest[pixel] &= !frozen[pixel];
    }
    return rest;
  }

  private BandScale scale(int band, boolean[][] history) {
    var planes = new float[earlier.length + 1][];
    for (int i = 0; i < earlier.length; i++) {
      planes[i] = looks.plane(earlier[i], band);
    }
    planes[earlier.length] = looks.plane(judged, band);
    LinearMap[] maps = looks.isRadar() ? offsets(planes) : CommonScale.fit(planes, seen);
    var median = new float[pixels];
    var spread = new float[pixels];
    Baseline.medianAndSpread(Arrays.copyOf(planes, earlier.length), history, maps, median, spread);
    return new BandScale(maps, median, spread);
  }

  /**
   * Each look of decibels minus its median difference to the last one: speckle on both sides would
   * flatten a fitted gain.
   */
  private LinearMap[] offsets(float[][] planes) {
    var maps = new LinearMap[planes.length];
    float[] last = planes[planes.length - 1];
    var difference = new double[pixels];
    for (int look = 0; look < planes.length; look++) {
      int count = 0;
      for (int pixel = 0; pixel < pixels; pixel++) {
        double step = (double) planes[look][pixel] - last[pixel];
        if (!Double.isNaN(step)) {
          difference[count++] = step;
        }
      }
      maps[look] = new LinearMap(count == 0 ? 0 : Median.of(difference, count), 1);
    }
    return maps;
  }

  private void anomaly(int band, double[] plainSquares) {
    var median = scales[band].median();
    Anomaly.of(current[band], median, scales[band].spread(), edge(median), z[band], plainSquares);
  }

  /** Speckle is smoothed further than looks are shifted: radar has no edges to fear. */
  private float[] edge(float[] plane) {
    var edge = new float[pixels];
    if (!looks.isRadar()) {
      var grid = looks.stack().grid();
      EdgeNoise.of(
          Views.extendBorder(ArrayImgs.floats(plane, grid.width(), grid.height())),
          SHIFT_PX,
          ArrayImgs.floats(edge, grid.width(), grid.height()));
    }
    return edge;
  }

  ClearLooks looks() {
    return looks;
  }

  int judged() {
    return judged;
  }

  boolean isEmpty() {
    return earlier.length == 0;
  }

  /** Indices of the earlier looks, in order of time. */
  int[] earlier() {
    return earlier;
  }

  /** [place among the earlier][pixel], last that of the look itself: clear and not frozen. */
  boolean[][] seen() {
    return seen;
  }

  int bands() {
    return bands;
  }

  int pixels() {
    return pixels;
  }

  /** Earlier looks behind each pixel. */
  int[] counts() {
    return counts;
  }

  /** Earlier looks behind the middle one of the pixels that the look shows, 0 if it shows none. */
  double middleCount() {
    var pixelsOfCount = new int[earlier.length + 1];
    int shown = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (isJudged(pixel)) {
        pixelsOfCount[counts[pixel]]++;
        shown++;
      }
    }
    return shown == 0
        ? 0
        : 0.5 * (ranked(pixelsOfCount, (shown - 1) / 2) + ranked(pixelsOfCount, shown / 2));
  }

  private static int ranked(int[] pixelsOfCount, int rank) {
    int count = 0;
    for (int below = pixelsOfCount[0]; below <= rank; below += pixelsOfCount[count]) {
      count++;
    }
    return count;
  }

  boolean isJudged(int pixel) {
    return !isEmpty() && !Float.isNaN(plainLength[pixel]);
  }

  /** One for each band, none without a past. */
  BandScale[] scales() {
    return scales;
  }

  /** Which pixels of the look can be compared with a past. */
  boolean[] judgedPixels() {
    var valid = new boolean[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      valid[pixel] = isJudged(pixel);
    }
    return valid;
  }

  /** [band][pixel], medians of the past on the common scale. */
  float[][] medians() {
    return Arrays.stream(scales).map(BandScale::median).toArray(float[][]::new);
  }

  /** [band][pixel] of the look, on the common scale. */
  float[][] current() {
    return current;
  }

  /** [band][pixel], signed, in units of noise; a shift that has to be expected is noise. */
  float[][] z() {
    return z;
  }

  /** Length of the anomaly over the bands without the noise of a shift. */
  float[] plainLength() {
    return plainLength;
  }

  /** What an expected shift takes from the anomaly it takes from a score: both see the edge. */
  void deflate(float[] score) {
    var length = new float[pixels];
    Anomaly.length(z, length);
    for (int pixel = 0; pixel < score.length; pixel++) {
      if (plainLength[pixel] > 0) {
        score[pixel] *= length[pixel] / plainLength[pixel];
      }
    }
  }
}
