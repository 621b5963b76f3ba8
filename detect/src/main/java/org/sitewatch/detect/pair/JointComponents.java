package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The leading principal components of all bands of two dates together, each of unit variance. */
final class JointComponents {
  /** Components with a smaller share of the variance are noise. */
  private static final double LEAST_SHARE = 1e-6;

  private JointComponents() {}

  /**
   * @param before [band][pixel], standardised
   * @param after [band][pixel], standardised
   * @param pixels to learn from; finite in every band
   * @param most components
   * @return [component][pixel], NaN where a band is NaN; at least one component
   */
  static float[][] of(float[][] before, float[][] after, int[] pixels, int most) {
    int bands = before.length;
    var moments = new PairMoments(before, after, pixels);
    var weights = new double[pixels.length];
    Arrays.fill(weights, 1);
    moments.update(weights);
    var covariance = new Array2DRowRealMatrix(moments.block(0, 0, 2 * bands), false);
    var eigen = new EigenDecomposition(covariance);
    double least = LEAST_SHARE * covariance.getTrace();
    int count = 1;
    while (count < Math.min(most, 2 * bands) && eigen.getRealEigenvalue(count) > least) {
      count++;
    }
    var components = new float[count][before[0].length];
    for (int k = 0; k < count; k++) {
      double[] axis = eigen.getEigenvector(k).toArray();
      double scale = Math.sqrt(Math.max(eigen.getRealEigenvalue(k), Double.MIN_NORMAL));
      for (int pixel = 0; pixel < components[k].length; pixel++) {
        double sum = 0;
        for (int band = 0; band < bands; band++) {
          sum += axis[band] * (before[band][pixel] - moments.means()[band]);
          sum += axis[bands + band] * (after[band][pixel] - moments.means()[bands + band]);
        }
        components[k][pixel] = (float) (sum / scale);
      }
    }
    return components;
  }
}
