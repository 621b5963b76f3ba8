package org.sitewatch.detect.change;

/**
 * How badly all bands of all earlier looks together predict a look: ridge regression with bisquare
 * weights, then the Mahalanobis length of the residual over the bands. What the history explains
 * anywhere in the scene (greening, drying, mown fields) is no change; with one earlier look this is
 * the trimmed regression between two dates with all bands on both sides.
 *
 * <p>Weights shared by the bands: multivariate M-estimation, Maronna 1976. The idea of weighting by
 * "no change": Nielsen 2007, IEEE TIP 16(2).
 */
public final class HistoryRegression {
  private static final int ROUNDS = 6;

  /** Share of the mean predictor variance that is added to the diagonal. */
  private static final double RIDGE = 1e-3;

  /**
   * Share of a band's residual variance added to its own, so that no band mixture is noise-free.
   */
  private static final double RESIDUAL_RIDGE = 0.01;

  /** The 99 % point of a normal distribution: where a length becomes unlikely without change. */
  private static final double FAR_SIGMAS = 2.326;

  /** The bisquare weight reaches 0 this far beyond that point. */
  private static final double CUT_FACTOR = 1.3;

  /** Most pixels a fit looks at; more do not make it better, only slower. */
  private static final int MAX_SAMPLE = 2048;

  /** Fewer pixels for each coefficient are no fit. */
  private static final int PIXELS_PER_COEFFICIENT = 10;

  private HistoryRegression() {}

  /** Most predictors that so many pixels can carry. */
  public static int maxPredictors(int pixels) {
    return Math.min(pixels, MAX_SAMPLE) / PIXELS_PER_COEFFICIENT - 1;
  }

  /**
   * @param rows the predictors
   * @param target [band][pixel], the look to predict
   * @param valid pixels where target and predictors are all finite
   * @param length target: root mean square of the whitened residual, about 1 where nothing changed;
   *     NaN where not valid
   */
  public static void score(PredictorRows rows, float[][] target, boolean[] valid, float[] length) {
    int[] sample = Sample.of(valid, MAX_SAMPLE);
    var fit = new RegressionFit(rows, target, sample);
    double cut = CUT_FACTOR * Math.sqrt(chiSquare(target.length, FAR_SIGMAS));
    for (int round = 0; round < ROUNDS; round++) {
      fit.solve(RIDGE, RESIDUAL_RIDGE, chiSquare(target.length, 0));
      fit.reweight(cut);
    }
    var row = new double[rows.predictors() + 1];
    row[row.length - 1] = 1;
    var now = new double[target.length];
    var residual = new double[target.length];
    for (int pixel = 0; pixel < length.length; pixel++) {
      length[pixel] = Float.NaN;
      if (valid[pixel]) {
        rows.read(pixel, row);
        for (int band = 0; band < now.length; band++) {
          now[band] = target[band][pixel];
        }
        length[pixel] = (float) (fit.length(row, now, residual) / Math.sqrt(target.length));
      }
    }
  }

  /** Quantile of chi-square at a normal deviate, by Wilson and Hilferty's cube. */
  private static double chiSquare(int degrees, double deviate) {
    double variance = 2.0 / (9 * degrees);
    double root = 1 - variance + deviate * Math.sqrt(variance);
    return degrees * root * root * root;
  }
}
