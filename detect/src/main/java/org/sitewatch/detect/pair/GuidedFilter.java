package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.sitewatch.detect.change.Cholesky;

/**
 * Smooths a plane along the edges of guide planes: in every window it is fitted linearly by the
 * guides, and a pixel gets the mean of the fits of all windows it lies in. He, Sun &amp; Tang 2013,
 * IEEE PAMI 35(6), with several guides as for colours. Pixels that are not valid take no part.
 */
public final class GuidedFilter {
  private GuidedFilter() {}

  /**
   * @param guides [guide][pixel], of about unit variance
   * @param plane to smooth
   * @param valid where plane and guides are finite
   * @param radius_px of the windows: 1 makes 3 × 3
   * @param ridge variance of a guide in a window below which its edges are smoothed away
   * @param smoothed target, NaN where not valid; may be the plane
   */
  public static void smooth(
      float[][] guides,
      float[] plane,
      boolean[] valid,
      int width,
      int radius_px,
      double ridge,
      float[] smoothed) {
    int size = guides.length;
    int pixels = plane.length;
    var box = new BoxMean(valid, width, pixels / width, radius_px);
    var ones = new float[pixels];
    Arrays.fill(ones, 1);
    var mean = new double[pixels];
    box.of(plane, ones, mean);
    var means = new double[size][pixels];
    var crosses = new double[size][pixels];
    var products = new double[size][size][];
    for (int k = 0; k < size; k++) {
      box.of(guides[k], ones, means[k]);
      box.of(guides[k], plane, crosses[k]);
      for (int other = 0; other <= k; other++) {
        products[k][other] = new double[pixels];
        box.of(guides[k], guides[other], products[k][other]);
      }
    }
    var slopes = new float[size + 1][pixels];
    var normal = new double[size][size];
    var slope = new double[size];
    var factor = new Cholesky(size);
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int k = 0; k < size; k++) {
        slope[k] = crosses[k][pixel] - means[k][pixel] * mean[pixel];
        for (int other = 0; other <= k; other++) {
          normal[k][other] = products[k][other][pixel] - means[k][pixel] * means[other][pixel];
        }
        normal[k][k] += ridge;
      }
      factor.factor(normal);
      factor.solve(slope);
      double offset = mean[pixel];
      for (int k = 0; k < size; k++) {
        slopes[k][pixel] = (float) slope[k];
        offset -= slope[k] * means[k][pixel];
      }
      slopes[size][pixel] = (float) offset;
    }
    for (int k = 0; k <= size; k++) {
      box.of(slopes[k], ones, crosses[Math.min(k, size - 1)]);
      for (int pixel = 0; pixel < pixels; pixel++) {
        float guide = k == size ? 1 : guides[k][pixel];
        float sum = k == 0 ? 0 : smoothed[pixel];
        smoothed[pixel] = sum + (float) crosses[Math.min(k, size - 1)][pixel] * guide;
      }
    }
    for (int pixel = 0; pixel < pixels; pixel++) {
      smoothed[pixel] = valid[pixel] ? smoothed[pixel] : Float.NaN;
    }
  }
}
