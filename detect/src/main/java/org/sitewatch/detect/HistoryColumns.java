package org.sitewatch.detect;

import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.change.PredictorColumns;

/**
 * All bands of the newest earlier looks as predictors of a look; where a look did not see the pixel
 * the median of its past stands in.
 */
final class HistoryColumns implements PredictorColumns {
  private final ClearLooks looks;
  private final int[] earlier;
  private final boolean[][] seen;
  private final BandScale[] scales;
  private final int first;

  /**
   * @param first the oldest of {@code earlier} that is used
   */
  HistoryColumns(ClearLooks looks, int[] earlier, boolean[][] seen, BandScale[] scales, int first) {
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
  public void read(int[] pixels, int from, int count, double[][] columns) {
    int column = 0;
    for (int i = first; i < earlier.length; i++) {
      for (int band = 0; band < scales.length; band++) {
        float[] plane = looks.plane(earlier[i], band);
        float[] median = scales[band].median();
        read(pixels, from, count, seen[i], plane, median, scales[band].map(i), columns[column++]);
      }
    }
  }

  private static void read(
      int[] pixels,
      int from,
      int count,
      boolean[] seen,
      float[] plane,
      float[] median,
      LinearMap map,
      double[] column) {
    for (int i = 0; i < count; i++) {
      column[i] = plane[pixels[from + i]];
    }
    map.apply(column, count);
    for (int i = 0; i < count; i++) {
      int pixel = pixels[from + i];
      column[i] = seen[pixel] ? column[i] : median[pixel];
    }
  }
}
