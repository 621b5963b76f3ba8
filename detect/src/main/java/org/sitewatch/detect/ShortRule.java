package org.sitewatch.detect;

import org.sitewatch.detect.change.FloatBlock;
import org.sitewatch.detect.change.HistoryRegression;

/**
 * Several earlier looks: the geometric mean of two voices. The length of the anomaly: how unlike
 * its own past is the pixel. The length of the regression residual: how unlike what this past
 * became elsewhere in the scene.
 */
final class ShortRule implements ScoreRule {
  private final DetectConfig config;

  ShortRule(DetectConfig config) {
    this.config = config;
  }

  @Override
  public void score(LookPast past, float[] score) {
    boolean[] valid = past.judgedPixels();
    System.arraycopy(past.plainLength(), 0, score, 0, score.length);
    multiplyByRegression(past, valid, score);
    past.deflate(score);
  }

  /** Turns the length of the anomaly into the geometric mean with that of the residual. */
  private void multiplyByRegression(LookPast past, boolean[] valid, float[] score) {
    int count = 0;
    for (boolean pixel : valid) {
      count += pixel ? 1 : 0;
    }
    int earlier = past.earlier().length;
    int affordable = HistoryRegression.maxPredictors(count) / past.bands();
    int used = Math.min(earlier, Math.min(config.predictorLooks(), affordable));
    if (used < 1) {
      return;
    }
    var residual = new float[score.length];
    var history =
        new HistoryColumns(
            past.looks(), past.earlier(), past.seen(), past.scales(), earlier - used);
    HistoryRegression.score(history, past.current(), valid, residual);
    var product = new double[FloatBlock.SIZE];
    var factor = new double[FloatBlock.SIZE];
    for (int from = 0; from < score.length; from += FloatBlock.SIZE) {
      int pixels = FloatBlock.count(from, score.length);
      FloatBlock.widen(score, from, pixels, product);
      FloatBlock.widen(residual, from, pixels, factor);
      for (int i = 0; i < pixels; i++) {
        product[i] = Math.sqrt(product[i] * factor[i]);
      }
      FloatBlock.narrow(product, pixels, score, from);
    }
  }
}
