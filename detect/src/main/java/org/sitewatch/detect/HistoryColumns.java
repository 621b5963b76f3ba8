package org.sitewatch.detect;

import org.sitewatch.detect.change.FloatBlock;
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
      boolean isWhole = isWhole(seen[i], pixels, from, count);
      for (int band = 0; band < scales.length; band++) {
        double[] values = columns[column++];
        FloatBlock.gather(looks.plane(earlier[i], band), pixels, from, count, values);
        scales[band].map(i).apply(values, count);
        if (!isWhole) {
          standIn(scales[band].median(), seen[i], pixels, from, count, values);
        }
      }
    }
  }

  private static boolean isWhole(boolean[] seen, int[] pixels, int from, int count) {
    for (int i = 0; i < count; i++) {
      if (!seen[pixels[from + i]]) {
        return false;
      }
    }
    return true;
  }

  private static void standIn(
      float[] median, boolean[] seen, int[] pixels, int from, int count, double[] values) {
    for (int i = 0; i < count; i++) {
      int pixel = pixels[from + i];
      values[i] = seen[pixel] ? values[i] : median[pixel];
    }
  }
}
