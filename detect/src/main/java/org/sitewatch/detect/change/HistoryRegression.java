package org.sitewatch.detect.change;

import java.util.Arrays;

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

  /** Pixels measured side by side: few enough that all their predictors stay in the cache. */
  private static final int BLOCK = 256;

  private HistoryRegression() {}

  /** Most predictors that so many pixels can carry. */
  public static int maxPredictors(int pixels) {
    return Math.min(pixels, MAX_SAMPLE) / PIXELS_PER_COEFFICIENT - 1;
  }

  /**
   * @param predictors all finite where valid
   * @param target [band][pixel], the look to predict, finite where valid
   * @param valid pixels to fit and to measure
   * @param length target: root mean square of the whitened residual, about 1 where nothing changed;
   *     NaN where not valid
   */
  public static void score(
      PredictorColumns predictors, float[][] target, boolean[] valid, float[] length) {
    int bands = target.length;
    var fit = new RegressionFit(predictors, target, Sample.of(valid, MAX_SAMPLE));
    double cut = CUT_FACTOR * Math.sqrt(chiSquare(bands, FAR_SIGMAS));
    for (int round = 0; round < ROUNDS; round++) {
      fit.solve(RIDGE, RESIDUAL_RIDGE, chiSquare(bands, 0));
      fit.reweight(cut);
    }
    Arrays.fill(length, Float.NaN);
    int[] pixels = Sample.of(valid, valid.length);
    var block = new Block(predictors.predictors() + 1, bands);
    for (int from = 0; from < pixels.length; from += BLOCK) {
      int count = Math.min(BLOCK, pixels.length - from);
      block.read(predictors, target, pixels, from, count);
      block.measure(fit, count);
      block.write(pixels, from, count, length);
    }
  }

  /**
   * Some pixels and what is read and measured of them. Its loops are methods, so that the JVM
   * compiles each once and alone, not with all of {@link #score} and again while that runs.
   */
  private static final class Block {
    /** [predictor][pixel], and ones. */
    private final double[][] columns;

    /** [band][pixel] */
    private final double[][] now;

    /** Scratch, [band][pixel]. */
    private final double[][] residual;

    private final double[] lengths = new double[BLOCK];

    Block(int columnCount, int bands) {
      columns = new double[columnCount][BLOCK];
      Arrays.fill(columns[columnCount - 1], 1);
      now = new double[bands][BLOCK];
      residual = new double[bands][BLOCK];
    }

    void read(PredictorColumns predictors, float[][] target, int[] pixels, int from, int count) {
      predictors.read(pixels, from, count, columns);
      for (int band = 0; band < now.length; band++) {
        FloatBlock.gather(target[band], pixels, from, count, now[band]);
      }
    }

    void measure(RegressionFit fit, int count) {
      fit.lengths(columns, now, count, residual, lengths);
    }

    void write(int[] pixels, int from, int count, float[] length) {
      for (int i = 0; i < count; i++) {
        length[pixels[from + i]] = (float) (lengths[i] / Math.sqrt(now.length));
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
