package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns a score into evidence L = −log10 p, p the share of null scores that reach it: by the
 * quantiles of the null to 99.5 %, beyond them by an exponential tail of the mean excess there. The
 * null has to come from a year the model was not fitted on. See docs/detectors/evidence.md.
 */
public final class EvidenceTable {
  private static final double[] QUANTILES = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995};
  private static final double[] LEVELS = levels();

  /** Excesses are cut at this quantile of theirs, so that an event in the null year adds little. */
  private static final double TAIL_CUT = 0.95;

  /** Five of so many lie beyond the last quantile. */
  private static final int LEAST_SCORES = 1000;

  private static final int MOST_SCORES = 1 << 22;
  private static final double LEAST_TAIL = 1e-6;
  private static final double LN10 = StrictMath.log(10);

  private final double[] scores;
  private final double tailScale;

  private EvidenceTable(double[] scores, double tailScale) {
    this.scores = scores;
    this.tailScale = tailScale;
  }

  /**
   * @param nullScores of each look of the null year; NaN is left out
   * @return empty if there are fewer than 1000 scores: they say nothing of a tail
   */
  public static Optional<EvidenceTable> of(List<float[]> nullScores) {
    float[] sorted = sample(nullScores);
    if (sorted.length < LEAST_SCORES) {
      return Optional.empty();
    }
    Arrays.sort(sorted);
    var scores = new double[QUANTILES.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = quantile(sorted, 0, QUANTILES[i]);
    }
    double last = scores[scores.length - 1];
    int start = sorted.length;
    while (start > 0 && sorted[start - 1] > last) {
      start--;
    }
    return Optional.of(new EvidenceTable(scores, tail(sorted, start, last)));
  }

  /**
   * A table kept earlier.
   *
   * @param scores at the quantiles 0, 50, 80, 90, 95, 98, 99 and 99.5 %, not falling
   * @param tailScale mean excess beyond the last, &gt; 0
   */
  public static EvidenceTable ofNumbers(double[] scores, double tailScale) {
    if (scores.length != QUANTILES.length) {
      throw new IllegalArgumentException(
          "evidence table must have " + QUANTILES.length + " scores, got " + scores.length);
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i]) || (i > 0 && scores[i] < scores[i - 1])) {
        throw new IllegalArgumentException(
            "scores of an evidence table must rise, got " + Arrays.toString(scores));
      }
    }
    if (!(tailScale > 0) || tailScale == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("tail scale must be > 0, got " + tailScale);
    }
    return new EvidenceTable(scores.clone(), tailScale);
  }

  /** Scores at the quantiles; a copy. */
  public double[] scores() {
    return scores.clone();
  }

  /** Mean excess beyond the last quantile, in units of the score. */
  public double tailScale() {
    return tailScale;
  }

  /** L of a score, at least 0 and rising with it; NaN for NaN. */
  public double evidence(double score) {
    int last = scores.length - 1;
    if (score > scores[last]) {
      return LEVELS[last] + (score - scores[last]) / (tailScale * LN10);
    }
    if (score <= scores[0]) {
      return LEVELS[0];
    }
    int upper = 1;
    while (upper < last && score > scores[upper]) {
      upper++;
    }
    double span = scores[upper] - scores[upper - 1];
    double share = span > 0 ? (score - scores[upper - 1]) / span : 1;
    return Double.isNaN(score)
        ? Double.NaN
        : LEVELS[upper - 1] + share * (LEVELS[upper] - LEVELS[upper - 1]);
  }

  private static double tail(float[] sorted, int start, double last) {
    int count = sorted.length - start;
    if (count == 0) {
      return Math.max(last, LEAST_TAIL);
    }
    double cut = quantile(sorted, start, TAIL_CUT) - last;
    double sum = 0;
    for (int i = start; i < sorted.length; i++) {
      sum += Math.min(sorted[i] - last, cut);
    }
    return Math.max(sum / count / TAIL_CUT, LEAST_TAIL);
  }

  /** Quantile of the sorted values from {@code start} on, linear between ranks. */
  private static double quantile(float[] sorted, int start, double share) {
    double rank = share * (sorted.length - 1 - start);
    int lower = (int) rank;
    int upper = Math.min(lower + 1, sorted.length - 1 - start);
    double low = sorted[start + lower];
    return low + (rank - lower) * (sorted[start + upper] - low);
  }

  private static float[] sample(List<float[]> looks) {
    long total = 0;
    for (float[] look : looks) {
      for (float score : look) {
        total += Float.isNaN(score) ? 0 : 1;
      }
    }
    long step = Math.max(1, (total + MOST_SCORES - 1) / MOST_SCORES);
    var sample = new float[(int) ((total + step - 1) / step)];
    long index = 0;
    for (float[] look : looks) {
      for (float score : look) {
        if (!Float.isNaN(score) && index++ % step == 0) {
          sample[(int) ((index - 1) / step)] = score;
        }
      }
    }
    return sample;
  }

  private static double[] levels() {
    var levels = new double[QUANTILES.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = QUANTILES[i] == 0 ? 0 : -StrictMath.log10(1 - QUANTILES[i]);
    }
    return levels;
  }
}
