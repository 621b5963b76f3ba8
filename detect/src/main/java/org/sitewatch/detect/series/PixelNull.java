package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.Median;

/**
 * How high each pixel's score climbs in a year without change, against the rest of the window: a
 * field edge or a river bank climbs often, bare rock never. q is the mean of the top 8 % of the
 * scores, the 75th percentile of it in 5 × 5 pixels, over its median, at least 0.5; pixels that no
 * look judges are left out of both. The year must be one the model was not fitted on. See
 * docs/detectors/evidence.md.
 */
public final class PixelNull {
  private static final double TOP_SHARE = 0.08;
  private static final int LEAST_TOP = 2;
  private static final int REACH_PX = 2;
  private static final double PERCENTILE = 0.75;
  private static final float FLOOR = 0.5f;

  private PixelNull() {}

  /**
   * @param scores S of each look of the null year; NaN, not judged, counts 0 beside looks that
   *     judge
   * @return q of each pixel, at least 0.5; 1 everywhere if there is nothing to compare
   */
  public static float[] of(List<float[]> scores, int width, int height) {
    float[] top = top(scores, width * height);
    var q = new float[top.length];
    var values = new double[top.length];
    var near = new double[(2 * REACH_PX + 1) * (2 * REACH_PX + 1)];
    int judged = 0;
    for (int pixel = 0; pixel < q.length; pixel++) {
      if (!Float.isNaN(top[pixel])) {
        q[pixel] = percentile(top, width, height, pixel / width, pixel % width, near);
        values[judged++] = q[pixel];
      }
    }
    double median = Median.of(values, judged);
    for (int pixel = 0; pixel < q.length; pixel++) {
      boolean isKnown = !Float.isNaN(top[pixel]) && median > 0;
      q[pixel] = isKnown ? Math.max((float) (q[pixel] / median), FLOOR) : 1;
    }
    return q;
  }

  /** Divides a look's scores by q in place. */
  public static void divide(float[] scores, float[] q) {
    for (int pixel = 0; pixel < scores.length; pixel++) {
      scores[pixel] /= q[pixel];
    }
  }

  /** NaN where no look judges the pixel: outside of the image nothing is quiet. */
  private static float[] top(List<float[]> scores, int pixels) {
    var means = new float[pixels];
    int kept = Math.min(Math.max(LEAST_TOP, (int) (TOP_SHARE * scores.size())), scores.size());
    var largest = new float[kept];
    for (int pixel = 0; pixel < pixels; pixel++) {
      Arrays.fill(largest, 0);
      boolean isJudged = false;
      for (float[] look : scores) {
        isJudged |= !Float.isNaN(look[pixel]);
        insert(look[pixel], largest);
      }
      double sum = 0;
      for (float value : largest) {
        sum += value;
      }
      means[pixel] = isJudged ? (float) (sum / kept) : Float.NaN;
    }
    return means;
  }

  /** Keeps the largest values, smallest of them first; NaN never enters. */
  private static void insert(float value, float[] largest) {
    if (!(value > largest[0])) {
      return;
    }
    int place = 0;
    while (place + 1 < largest.length && largest[place + 1] < value) {
      largest[place] = largest[place + 1];
      place++;
    }
    largest[place] = value;
  }

  private static float percentile(
      float[] plane, int width, int height, int row, int column, double[] near) {
    int count = 0;
    for (int r = Math.max(0, row - REACH_PX); r <= Math.min(height - 1, row + REACH_PX); r++) {
      int last = Math.min(width - 1, column + REACH_PX);
      for (int c = Math.max(0, column - REACH_PX); c <= last; c++) {
        float value = plane[r * width + c];
        if (!Float.isNaN(value)) {
          near[count++] = value;
        }
      }
    }
    return (float) Median.select(near, count, (int) (PERCENTILE * count));
  }
}
