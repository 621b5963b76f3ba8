package org.sitewatch.detect.change;

/** The predictors of a regression, one row a pixel, read when needed instead of stored. */
public interface PredictorRows {
  int predictors();

  /** Fills the first {@link #predictors()} values of {@code row}. */
  void read(int pixel, double[] row);
}
