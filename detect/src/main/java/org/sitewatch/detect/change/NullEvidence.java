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

  /** Five sigmas: where a bulk that is nearly normal ends. */
  private static final double FAR_SIGMAS = 5;

  /** A lower threshold would cut the bulk: a normal one has 7 % above this. */
  private static final double LEAST_SPLIT_SIGMAS = 1.5;

  /**
   * So many times as many pixels as a normal bulk has above the threshold make a second mode; where
   * there is none, Otsu's threshold cuts the bulk and finds not three times as many.
   */
  private static final double SECOND_MODE_EXCESS = 5;

  /** With a smaller changed share there is no second mode to find (Otsu's threshold drifts). */
  private static final double LEAST_CHANGED_SHARE = 0.02;

  /** All beyond is plain change and counts the same when the modes are parted. */
  private static final double PLAIN_SIGMAS = 15;

  private static final double LOWEST_SIGMAS = -3;

  /**
   * @param score at least 0, NaN = not judged
   * @param evidence L, at least 0; NaN = not judged
   */
  public static void of(float[] score, float[] evidence) {
    standardise(score, evidence);
    toEvidence(evidence, 1);
  }

  /**
   * The same for a score whose null the scene does not know from earlier dates. Where the scene
   * parts into two modes, the valley between them is what five sigmas are else: change that covers
   * a good part of the scene has widened median and MAD, and the tail of few dates is its own in
   * every scene.
   */
  public static void ofModes(float[] score, float[] evidence) {
    standardise(score, evidence);
    double split = TwoModes.threshold(evidence, LOWEST_SIGMAS, PLAIN_SIGMAS);
    int above = 0;
    int all = 0;
    for (float u : evidence) {
      above += u >= split ? 1 : 0;
      all += Float.isNaN(u) ? 0 : 1;
    }
    double bulk = all * StrictMath.pow(10, -NormalTail.minusLog10(split));
    boolean twoModes =
        split >= LEAST_SPLIT_SIGMAS
            && above >= LEAST_CHANGED_SHARE * all
            && above >= SECOND_MODE_EXCESS * bulk;
    toEvidence(evidence, twoModes ? FAR_SIGMAS / split : 1);
  }

  /** Nearly standard normal where nothing changed. */
  private static void standardise(float[] score, float[] evidence) {
    var block = new double[FloatBlock.SIZE];
    for (int from = 0; from < score.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, score.length);
      FloatBlock.widen(score, from, count, block);
      for (int i = 0; i < count; i++) {
        block[i] = StrictMath.cbrt(block[i] * block[i]);
      }
      FloatBlock.narrow(block, count, evidence, from);
    }
    double[] sample = Sample.ofNumbers(evidence);
    double center = Median.of(sample, sample.length);
    double width = Math.max(Median.scale(sample, sample.length, center), LEAST_WIDTH);
    var toNormal = new LinearMap(center, width);
    for (int from = 0; from < evidence.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, evidence.length);
      FloatBlock.widen(evidence, from, count, block);
      toNormal.apply(block, count);
      FloatBlock.narrow(block, count, evidence, from);
    }
  }

  private static void toEvidence(float[] evidence, double factor) {
    var block = new double[FloatBlock.SIZE];
    for (int from = 0; from < evidence.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, evidence.length);
      FloatBlock.widen(evidence, from, count, block);
      for (int i = 0; i < count; i++) {
        block[i] *= factor;
      }
      NormalTail.minusLog10(block, count, evidence, from);
    }
  }
}
