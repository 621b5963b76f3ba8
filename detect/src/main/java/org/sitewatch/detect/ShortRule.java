package org.sitewatch.detect;

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
    var rows =
        new HistoryRows(past.looks(), past.earlier(), past.seen(), past.scales(), earlier - used);
    HistoryRegression.score(rows, past.current(), valid, residual);
    for (int pixel = 0; pixel < score.length; pixel++) {
      score[pixel] = (float) Math.sqrt((double) score[pixel] * residual[pixel]);
    }
  }
}
