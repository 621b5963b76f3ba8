package org.sitewatch.detect;

import org.sitewatch.detect.change.PredictorRows;

/**
 * All bands of the newest earlier looks as predictors of a look; where a look did not see the pixel
 * the median of its past stands in.
 */
final class HistoryRows implements PredictorRows {
  private final ClearLooks looks;
  private final int[] earlier;
  private final boolean[][] seen;
  private final BandScale[] scales;
  private final int first;

  /**
   * @param first the oldest of {@code earlier} that is used
   */
  HistoryRows(ClearLooks looks, int[] earlier, boolean[][] seen, BandScale[] scales, int first) {
    this.looks = looks;
    this.earlier = earlier;
    this.seen = seen;
    this.scales = scales;
    this.first = first;
  }

  @Override
  public int predictors() {
    return (earlier.length - first) * scales.length;
  }

  @Override
  public void read(int pixel, double[] row) {
    int column = 0;
    for (int i = first; i < earlier.length; i++) {
      for (int band = 0; band < scales.length; band++) {
        row[column++] =
            seen[i][pixel]
                ? scales[band].map(i).apply(looks.plane(earlier[i], band)[pixel])
                : scales[band].median()[pixel];
      }
    }
  }
}
