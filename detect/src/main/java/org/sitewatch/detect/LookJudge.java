package org.sitewatch.detect;

import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.sitewatch.detect.change.Anomaly;
import org.sitewatch.detect.change.Baseline;
import org.sitewatch.detect.change.CommonScale;
import org.sitewatch.detect.change.EdgeNoise;
import org.sitewatch.detect.change.HistoryRegression;
import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.change.NullEvidence;
import org.sitewatch.detect.change.Standardization;

/**
 * Judges one look against all usable earlier ones: common scale, baseline, anomaly, regression on
 * the history, evidence. The score is the geometric mean of the length of the anomaly (how unlike
 * its own past is the pixel) and the length of the regression residual (how unlike what this past
 * became elsewhere in the scene). Pure.
 */
final class LookJudge {
  /** Looks of one orbit lie about 3 m apart at 10 m pixels; edges are noisy by as much. */
  private static final double SHIFT_PX = 0.3;

  private final ClearLooks looks;
  private final DetectConfig config;
  private final int judged;
  private final int[] earlier;
  private final boolean[][] seen;
  private final int bands;
  private final int pixels;

  /**
   * @param frozen [look][pixel] of all looks of the stack: values that must not enter a baseline,
   *     null for a look without any
   */
  private LookJudge(ClearLooks looks, int judged, boolean[][] frozen, DetectConfig config) {
    this.looks = looks;
    this.config = config;
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
  }

  static LookEvidence judge(ClearLooks looks, int judged, boolean[][] frozen, DetectConfig config) {
    return new LookJudge(looks, judged, frozen, config).judge();
  }

  private LookEvidence judge() {
    boolean[][] history = Arrays.copyOf(seen, earlier.length);
    int[] counts = Baseline.counts(history, pixels);
    var evidence = new float[pixels];
    if (earlier.length == 0) {
      Arrays.fill(evidence, Float.NaN);
      return new LookEvidence(looks, judged, counts, evidence, List.of(), null, rule());
    }
    var scales = new BandScale[bands];
    var z = new float[bands][pixels];
    var current = new float[bands][];
    for (int band = 0; band < bands; band++) {
      scales[band] = scale(band, history);
      current[band] = current(band, scales[band]);
      anomaly(current[band], scales[band], 0, z[band]);
    }
    var plain = new float[pixels];
    Anomaly.length(z, plain);
    for (int band = 0; band < bands; band++) {
      anomaly(current[band], scales[band], SHIFT_PX, z[band]);
    }
    var score = plain.clone();
    multiplyByRegression(scales, current, score);
    deflate(score, plain, z);
    NullEvidence.of(score, evidence);
    var speaks = new boolean[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      speaks[pixel] = !Float.isNaN(evidence[pixel]);
    }
    return new LookEvidence(
        looks,
        judged,
        counts,
        evidence,
        List.of(new SeenLook(judged, z, speaks)),
        new ScaledHistory(looks, judged, scales),
        rule());
  }

  private AlertRule rule() {
    return new SceneNullRule(config.seedEvidence(), config.growEvidence());
  }

  private void anomaly(float[] current, BandScale scale, double shift_px, float[] z) {
    var grid = looks.stack().grid();
    var edge = new float[pixels];
    var median = ArrayImgs.floats(scale.median(), grid.width(), grid.height());
    EdgeNoise.of(
        Views.extendBorder(median), shift_px, ArrayImgs.floats(edge, grid.width(), grid.height()));
    Anomaly.of(current, scale.median(), scale.spread(), edge, z);
  }

  /** What an expected shift takes from the anomaly it takes from the score: both see the edge. */
  private static void deflate(float[] score, float[] plain, float[][] z) {
    var length = new float[score.length];
    Anomaly.length(z, length);
    for (int pixel = 0; pixel < score.length; pixel++) {
      if (plain[pixel] > 0) {
        score[pixel] *= length[pixel] / plain[pixel];
      }
    }
  }

  private BandScale scale(int band, boolean[][] history) {
    var planes = new float[earlier.length + 1][];
    for (int i = 0; i < earlier.length; i++) {
      planes[i] = looks.plane(earlier[i], band);
    }
    planes[earlier.length] = looks.plane(judged, band);
    LinearMap[] maps = CommonScale.fit(planes, seen);
    var median = new float[pixels];
    var spread = new float[pixels];
    Baseline.medianAndSpread(Arrays.copyOf(planes, earlier.length), history, maps, median, spread);
    return new BandScale(maps, median, spread);
  }

  private float[] current(int band, BandScale scale) {
    return Standardization.apply(scale.judged(), looks.plane(judged, band), looks.clear(judged));
  }

  /** Turns the length of the anomaly into the geometric mean with that of the residual. */
  private void multiplyByRegression(BandScale[] scales, float[][] current, float[] score) {
    var valid = new boolean[pixels];
    int count = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      valid[pixel] = !Float.isNaN(score[pixel]);
      count += valid[pixel] ? 1 : 0;
    }
    int affordable = HistoryRegression.maxPredictors(count) / bands;
    int used = Math.min(earlier.length, Math.min(config.predictorLooks(), affordable));
    if (used < 1) {
      return;
    }
    var residual = new float[pixels];
    var rows = new HistoryRows(looks, earlier, seen, scales, earlier.length - used);
    HistoryRegression.score(rows, current, valid, residual);
    for (int pixel = 0; pixel < pixels; pixel++) {
      score[pixel] = (float) Math.sqrt((double) score[pixel] * residual[pixel]);
    }
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
}
