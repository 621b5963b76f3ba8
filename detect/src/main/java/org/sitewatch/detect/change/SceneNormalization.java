package org.sitewatch.detect.change;

/**
 * Robust line {@code value = offset + gain * reference} between a look and a reference over pixels
 * both saw, so that haze, sun and season that move the whole scene are taken out. Bisquare weights
 * leave changed pixels out without a hard trim, whose jumps would let rounding decide.
 *
 * <p>Both sides are standardised, so the search starts from the identity; bands that run against
 * their reference are not expected and end at the smallest gain.
 *
 * <p>Orthogonal regression on no-change pixels: Canty &amp; Nielsen 2008, Remote Sensing of
 * Environment 112; bisquare weights: Beaton &amp; Tukey 1974.
 */
public final class SceneNormalization {
  private static final int ROUNDS = 6;

  /** Then the scale is settled and only the line still moves. */
  private static final int ROUNDS_WITH_NEW_SCALE = 3;

  /** Bisquare cut in robust standard deviations: 95 % efficient on clean normal data. */
  private static final double CUT_SIGMAS = 4.685;

  /** Gains outside are those of a look that shares no pattern with the reference. */
  private static final double MIN_GAIN = 0.2;

  private static final double MAX_GAIN = 5;

  private SceneNormalization() {}

  /**
   * @param orthogonal both sides carry like noise (errors in both variables), else all noise is in
   *     {@code values}
   * @param count how many pairs, the first of both arrays; none of them NaN
   */
  public static LinearMap fit(double[] reference, double[] values, int count, boolean orthogonal) {
    double offset = 0;
    double gain = 1;
    double cut = 0;
    var distance = new double[count];
    var weights = new double[count];
    for (int round = 0; round < ROUNDS; round++) {
      if (round < ROUNDS_WITH_NEW_SCALE) {
        for (int i = 0; i < count; i++) {
          distance[i] = values[i] - offset - gain * reference[i];
        }
        cut = CUT_SIGMAS * Median.scale(distance, count, 0);
      }
      if (!(cut > 0)) {
        break;
      }
      for (int i = 0; i < count; i++) {
        weights[i] = (values[i] - offset - gain * reference[i]) / cut;
      }
      bisquare(weights);
      double sum = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int i = 0; i < count; i++) {
        double weight = weights[i];
        sum += weight;
        x += weight * reference[i];
        y += weight * values[i];
        xx += weight * reference[i] * reference[i];
        yy += weight * values[i] * values[i];
        xy += weight * reference[i] * values[i];
      }
      x /= sum;
      y /= sum;
      gain = slope(xx / sum - x * x, yy / sum - y * y, xy / sum - x * y, orthogonal);
      offset = y - gain * x;
    }
    return new LinearMap(offset, gain);
  }

  private static double slope(double xx, double yy, double xy, boolean orthogonal) {
    if (!(xx > 0)) {
      return 1;
    }
    double difference = yy - xx;
    double slope =
        orthogonal && xy > 0
            ? (difference + Math.sqrt(difference * difference + 4 * xy * xy)) / (2 * xy)
            : xy / xx;
    return Math.min(MAX_GAIN, Math.max(MIN_GAIN, slope));
  }

  private static void bisquare(double[] ratios) {
    for (int i = 0; i < ratios.length; i++) {
      double rest = Math.max(0, 1 - ratios[i] * ratios[i]);
      ratios[i] = rest * rest;
    }
  }

  /** Weight of a residual in units of the cut: 1 at 0, 0 from 1 on. */
  public static double bisquare(double ratio) {
    double rest = 1 - ratio * ratio;
    return rest > 0 ? rest * rest : 0;
  }
}
