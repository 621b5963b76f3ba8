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

  /** A voice's 0 is no number to take the logarithm of. */
  private static final double LEAST_VOICE = 1e-6;

  /** Neighbours raise a pixel at most so many times: a strong small place must not get a halo. */
  private static final float MOST_RAISED = 1.5f;

  private static final int GUIDES = 3;
  private static final int RADIUS_PX = 1;
  private static final double GUIDE_RIDGE = 2;

  private PairScore() {}

  /**
   * @param before [band][pixel], standardised
   * @param after [band][pixel], standardised
   * @param valid finite in every band of both
   * @param score target, 0 and more, on a scale of its own; NaN where not valid
   */
  public static void score(
      float[][] before, float[][] after, boolean[] valid, int width, float[] score) {
    int[] sample = Sample.of(valid, MAX_SAMPLE);
    var logs = new double[score.length];
    var voice = new float[score.length];
    ClassRegression.score(before, after, valid, voice);
    addLog(voice, logs);
    int voices = 1;
    var mad = IrMad.fit(before, after, sample, RIDGE);
    if (mad.weightShare() >= LEAST_WEIGHT_SHARE) {
      for (int pixel = 0; pixel < voice.length; pixel++) {
        voice[pixel] = (float) Math.sqrt(mad.chiSquare(before, after, pixel));
      }
      addLog(voice, logs);
      voices++;
    }
    var slow = SlowFeatures.fit(before, after, sample);
    if (slow.weightShare() >= LEAST_WEIGHT_SHARE) {
      for (int pixel = 0; pixel < voice.length; pixel++) {
        voice[pixel] = (float) Math.sqrt(slow.chiSquare(before, after, pixel));
      }
      addLog(voice, logs);
      voices++;
    }
    for (int pixel = 0; pixel < score.length; pixel++) {
      score[pixel] = valid[pixel] ? (float) StrictMath.exp(logs[pixel] / voices) : Float.NaN;
    }
    float[][] guides = JointComponents.of(before, after, sample, GUIDES);
    float[] own = score.clone();
    GuidedFilter.smooth(guides, own, valid, width, RADIUS_PX, GUIDE_RIDGE, score);
    for (int pixel = 0; pixel < score.length; pixel++) {
      score[pixel] = Math.min(score[pixel], MOST_RAISED * own[pixel]);
    }
  }

  private static void addLog(float[] voice, double[] logs) {
    for (int pixel = 0; pixel < logs.length; pixel++) {
      logs[pixel] += StrictMath.log(Math.max(voice[pixel], LEAST_VOICE));
    }
  }
}
