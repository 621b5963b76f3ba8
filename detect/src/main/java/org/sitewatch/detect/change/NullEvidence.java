package org.sitewatch.detect.change;

/**
 * Turns a score into evidence L = -log10 p against the scene's own null. The score is the root of a
 * sum of squares; its power 2/3 is nearly normal whatever the number of bands (Wilson &amp;
 * Hilferty 1931), so median and MAD over the clear pixels give the null's centre and width, and p
 * is the upper normal tail beyond them. As real tails are heavier than normal, p is nominal: L
 * orders pixels and scales scenes, it is not a false-alarm rate.
 */
public final class NullEvidence {
  /** Keeps a scene without any noise from dividing by 0. */
  private static final double LEAST_WIDTH = 1e-6;

  private NullEvidence() {}

  /**
   * @param score at least 0, NaN = not judged
   * @param evidence L, at least 0; NaN = not judged
   */
  public static void of(float[] score, float[] evidence) {
    for (int i = 0; i < score.length; i++) {
      evidence[i] = (float) StrictMath.cbrt((double) score[i] * score[i]);
    }
    double[] sample = Sample.ofNumbers(evidence);
    double center = Median.of(sample, sample.length);
    double width = Math.max(Median.scale(sample, sample.length, center), LEAST_WIDTH);
    for (int i = 0; i < score.length; i++) {
      if (!Float.isNaN(score[i])) {
        evidence[i] = (float) NormalTail.minusLog10((evidence[i] - center) / width);
      }
    }
  }
}
