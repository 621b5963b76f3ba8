package org.sitewatch.detect.change;

/** The predictors of a regression, a column each, read for some pixels at a time. */
public interface PredictorColumns {
  int predictors();

  /**
   * Fills the first {@code count} values of the first {@link #predictors()} columns.
   *
   * @param pixels in rising order; those whose values are asked for are {@code count} of them,
   *     beginning at {@code from}
   */
  void read(int[] pixels, int from, int count, double[][] columns);
}
