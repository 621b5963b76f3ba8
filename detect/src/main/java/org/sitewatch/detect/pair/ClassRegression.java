package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.sitewatch.detect.change.Cholesky;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.change.Sample;

/**
 * What ground of each kind became: the earlier date is split into classes, each gets its own robust
 * regression between the dates, and change is a residual that is long for its class. Harvest that
 * takes a whole class along is thereby no change; a class of which most changed hides it, so that
 * this is one voice among others.
 */
public final class ClassRegression {
  private static final int CLASSES = 16;

  /** Pixels a fit looks at, at most. */
  private static final int MAX_SAMPLE = 2048;

  /** A class with fewer pixels for each coefficient is judged by the fit of the whole scene. */
  private static final int PIXELS_PER_COEFFICIENT = 10;

  /** Part of the middle class's variance that is added to all: no class is free of noise. */
  private static final double COMMON_VARIANCE = 0.25;

  private ClassRegression() {}

  /**
   * @param before [band][pixel], standardised
   * @param after [band][pixel], standardised
   * @param valid finite in every band of both; at least as many pixels as classes
   * @param length target: root mean square of the whitened residual, about 1 where nothing changed;
   *     NaN where not valid
   */
  public static void score(float[][] before, float[][] after, boolean[] valid, float[] length) {
    int bands = before.length;
    var classes = LandClasses.fit(before, Sample.of(valid, MAX_SAMPLE), CLASSES);
    var row = new double[bands];
    var members = new int[length.length];
    for (int pixel = 0; pixel < members.length; pixel++) {
      members[pixel] = valid[pixel] ? classes.of(before, pixel, row) : -1;
    }
    var whole = RobustRegression.fit(before, after, Sample.of(valid, MAX_SAMPLE));
    var fits = new RobustRegression[classes.count()];
    var member = new boolean[length.length];
    for (int k = 0; k < fits.length; k++) {
      for (int pixel = 0; pixel < members.length; pixel++) {
        member[pixel] = members[pixel] == k;
      }
      int[] sample = Sample.of(member, MAX_SAMPLE);
      boolean enough = sample.length >= PIXELS_PER_COEFFICIENT * (bands + 1);
      fits[k] = enough ? RobustRegression.fit(before, after, sample) : whole;
    }
    Cholesky[] whitening = whitening(fits, bands);
    for (int pixel = 0; pixel < members.length; pixel++) {
      int k = members[pixel];
      length[pixel] = Float.NaN;
      if (k >= 0) {
        fits[k].residual(before, after, pixel, row);
        length[pixel] = (float) Math.sqrt(RobustRegression.square(whitening[k], row) / bands);
      }
    }
  }

  private static Cholesky[] whitening(RobustRegression[] fits, int bands) {
    var common = new double[bands];
    for (int band = 0; band < bands; band++) {
      int of = band;
      double[] variances = Arrays.stream(fits).mapToDouble(f -> f.covariance()[of][of]).toArray();
      common[band] = COMMON_VARIANCE * Median.of(variances, variances.length);
    }
    var whitening = new Cholesky[fits.length];
    for (int k = 0; k < fits.length; k++) {
      double[][] covariance =
          Arrays.stream(fits[k].covariance()).map(double[]::clone).toArray(double[][]::new);
      for (int band = 0; band < bands; band++) {
        covariance[band][band] += common[band];
      }
      whitening[k] = new Cholesky(covariance);
    }
    return whitening;
  }
}
