package org.sitewatch.detect.pair;

import org.sitewatch.detect.change.Sample;

/**
 * How much a look differs from one earlier look: the geometric mean of what independent voices say,
 * then smoothed along the edges that the two dates show. A voice that is near 0 vetoes; a voice
 * that fails is left out.
 */
public final class PairScore {
  /** Pixels that the mixtures of bands are fitted on, at most. */
  private static final int MAX_SAMPLE = 16384;

  /** Share of the mean variance that keeps bands apart that are nearly the same. */
  private static final double RIDGE = 1e-3;

  /** A fit that takes less of the scene as unchanged has shrunk to a corner of it. */
  private static final double LEAST_WEIGHT_SHARE = 0.02;

  private static final int GUIDES = 3;
  private static final int RADIUS_PX = 1;
  private static final double GUIDE_RIDGE = 2;

  private PairScore() {}

  /**
   * @param before [band][pixel], standardised
   * @param after [band][pixel], standardised
   * @param anomaly length of the difference in units of noise, the first voice for a single band
   * @param valid finite in all of these
   * @param score target, 0 and more, on a scale of its own; NaN where not valid
   */
  public static void score(
      float[][] before,
      float[][] after,
      float[] anomaly,
      boolean[] valid,
      int width,
      float[] score) {
    int[] sample = Sample.of(valid, MAX_SAMPLE);
    var classes = new float[score.length];
    ClassRegression.score(before, after, valid, classes);
    int voices = 1;
    double[] logs = new double[score.length];
    addLog(classes, logs);
    if (before.length == 1) {
      addLog(anomaly, logs);
      voices++;
    } else {
      var mad = IrMad.fit(before, after, sample, RIDGE);
      var slow = SlowFeatures.fit(before, after, sample);
      if (mad.weightShare() >= LEAST_WEIGHT_SHARE) {
        voices++;
        for (int pixel = 0; pixel < logs.length; pixel++) {
          logs[pixel] += log(Math.sqrt(mad.chiSquare(before, after, pixel)));
        }
      }
      if (slow.weightShare() >= LEAST_WEIGHT_SHARE) {
        voices++;
        for (int pixel = 0; pixel < logs.length; pixel++) {
          logs[pixel] += log(Math.sqrt(slow.chiSquare(before, after, pixel)));
        }
      }
    }
    for (int pixel = 0; pixel < score.length; pixel++) {
      score[pixel] = valid[pixel] ? (float) StrictMath.exp(logs[pixel] / voices) : Float.NaN;
    }
    float[][] guides = JointComponents.of(before, after, sample, GUIDES);
    GuidedFilter.smooth(guides, score, valid, width, RADIUS_PX, GUIDE_RIDGE, score);
  }

  private static void addLog(float[] voice, double[] logs) {
    for (int pixel = 0; pixel < logs.length; pixel++) {
      logs[pixel] += log(voice[pixel]);
    }
  }

  private static double log(double voice) {
    return StrictMath.log(Math.max(voice, 1e-6));
  }
}
