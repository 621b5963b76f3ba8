package org.sitewatch.detect.change;

/**
 * Mean with Gaussian weights over the seen pixels around, first along rows, then along columns;
 * reaches 4 standard deviations. Weights of pixels that are not seen or outside go to the others.
 */
public final class GaussianMean {
  private static final double REACH = 4;

  private GaussianMean() {}

  /**
   * @param plane NaN = not seen
   * @param sigma_px standard deviation of the weights
   * @return NaN where the plane is NaN
   */
  public static float[] of(float[] plane, int width, double sigma_px) {
    int height = plane.length / width;
    double[] weights = weights(sigma_px);
    var sums = new double[plane.length];
    var norms = new double[plane.length];
    for (int pixel = 0; pixel < plane.length; pixel++) {
      int column = pixel % width;
      for (int step = -weights.length + 1; step < weights.length; step++) {
        int at = column + step;
        if (at >= 0 && at < width && !Float.isNaN(plane[pixel + step])) {
          sums[pixel] += weights[Math.abs(step)] * plane[pixel + step];
          norms[pixel] += weights[Math.abs(step)];
        }
      }
    }
    var mean = new float[plane.length];
    for (int pixel = 0; pixel < plane.length; pixel++) {
      int row = pixel / width;
      double sum = 0;
      double norm = 0;
      for (int step = -weights.length + 1; step < weights.length; step++) {
        int at = row + step;
        if (at >= 0 && at < height) {
          sum += weights[Math.abs(step)] * sums[pixel + step * width];
          norm += weights[Math.abs(step)] * norms[pixel + step * width];
        }
      }
      mean[pixel] = Float.isNaN(plane[pixel]) ? Float.NaN : (float) (sum / norm);
    }
    return mean;
  }

  private static double[] weights(double sigma_px) {
    var weights = new double[(int) Math.ceil(REACH * sigma_px) + 1];
    for (int step = 0; step < weights.length; step++) {
      weights[step] = StrictMath.exp(-0.5 * step * step / (sigma_px * sigma_px));
    }
    return weights;
  }
}
