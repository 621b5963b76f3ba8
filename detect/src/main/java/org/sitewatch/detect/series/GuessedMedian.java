package org.sitewatch.detect.series;

import org.sitewatch.detect.change.Median;

/**
 * Exact median that looks first near the last one: most values need only be counted. Fast where
 * medians follow each other that are much the same, as those of neighbouring pixels.
 */
final class GuessedMedian {
  private static final double REACH = 1.3;

  private final double[] near;
  private double guess;

  GuessedMedian(int mostValues) {
    near = new double[mostValues];
  }

  /**
   * @param values not negative, not reordered
   * @param count at least 1
   */
  double of(double[] values, int count) {
    double low = guess / REACH;
    double high = guess * REACH;
    int below = 0;
    int inside = 0;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      near[inside] = value;
      below += value < low ? 1 : 0;
      inside += value >= low & value <= high ? 1 : 0;
    }
    int rank = count / 2 - below;
    int leastRank = (count & 1) == 1 ? 0 : 1;
    if (rank >= leastRank && rank < inside) {
      double upper = Median.select(near, inside, rank);
      guess = leastRank == 0 ? upper : 0.5 * (upper + greatest(rank));
    } else {
      System.arraycopy(values, 0, near, 0, count);
      guess = Median.of(near, count);
    }
    return guess;
  }

  /** Of the first values, which the selection has left below the rest. */
  private double greatest(int count) {
    double greatest = near[0];
    for (int i = 1; i < count; i++) {
      greatest = Math.max(greatest, near[i]);
    }
    return greatest;
  }
}
