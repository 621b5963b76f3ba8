package org.sitewatch.detect;

import org.sitewatch.detect.change.Anomaly;
import org.sitewatch.detect.pair.OneBandScore;
import org.sitewatch.detect.pair.PairScore;

/** One or two earlier looks: what the two dates have in common is no change. */
final class PairRule implements ScoreRule {
  @Override
  public void score(LookPast past, float[] score) {
    float[][] before = past.medians();
    boolean[] valid = past.judgedPixels();
    int width = past.looks().stack().grid().width();
    if (before.length == 1) {
      var anomaly = new float[past.pixels()];
      Anomaly.length(past.z(), anomaly);
      OneBandScore.score(before[0], past.current()[0], anomaly, valid, width, score);
    } else {
      PairScore.score(before, past.current(), valid, width, score);
    }
  }
}
