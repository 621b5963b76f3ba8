package org.sitewatch.detect;

import org.sitewatch.detect.change.Anomaly;
import org.sitewatch.detect.pair.PairScore;

/** One or two earlier looks: what the two dates have in common is no change. */
final class PairRule implements ScoreRule {
  @Override
  public void score(LookPast past, float[] score) {
    var before = new float[past.bands()][];
    var valid = new boolean[past.pixels()];
    var anomaly = new float[past.pixels()];
    for (int band = 0; band < before.length; band++) {
      before[band] = past.scales()[band].median();
    }
    for (int pixel = 0; pixel < valid.length; pixel++) {
      valid[pixel] = past.isJudged(pixel);
    }
    Anomaly.length(past.z(), anomaly);
    PairScore.score(
        before, past.current(), anomaly, valid, past.looks().stack().grid().width(), score);
  }
}
