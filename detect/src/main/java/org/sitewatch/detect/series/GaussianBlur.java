package org.sitewatch.detect.series;

import java.util.Arrays;

/**
 * Gaussian smoothing, cut at four sigmas; the border is mirrored between pixels (d c b a | a b).
 */
final class GaussianBlur {
  private static final double REACH_SIGMAS = 4;

  private GaussianBlur() {}

  /**
   * @param plane without NaN: one would spread over the kernel
   * @param out may be {@code plane}
   */
  static void blur(float[] plane, int width, int height, double sigma_px, float[] out) {
    double[] kernel = kernel(sigma_px);
    int radius = kernel.length - 1;
    var columns = new float[plane.length];
    var sum = new double[width];
    for (int row = 0; row < height; row++) {
      Arrays.fill(sum, 0);
      for (int step = -radius; step <= radius; step++) {
        int source = mirror(row + step, height) * width;
        double weight = kernel[Math.abs(step)];
        for (int column = 0; column < width; column++) {
          sum[column] += weight * plane[source + column];
        }
      }
      for (int column = 0; column < width; column++) {
        columns[row * width + column] = (float) sum[column];
      }
    }
    var line = new double[width + 2 * radius];
    for (int row = 0; row < height; row++) {
      for (int i = 0; i < line.length; i++) {
        line[i] = columns[row * width + mirror(i - radius, width)];
      }
      for (int column = 0; column < width; column++) {
        double value = kernel[0] * line[column + radius];
        for (int step = 1; step <= radius; step++) {
          value += kernel[step] * (line[column + radius - step] + line[column + radius + step]);
        }
        out[row * width + column] = (float) value;
      }
    }
  }

  /** Weights at 0, 1, ... pixels from the centre; both sides together sum to 1. */
  private static double[] kernel(double sigma_px) {
    var kernel = new double[(int) (REACH_SIGMAS * sigma_px + 0.5) + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = StrictMath.exp(-0.5 * i * i / (sigma_px * sigma_px));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  private static int mirror(int index, int length) {
    int period = 2 * length;
    int folded = Math.floorMod(index, period);
    return folded < length ? folded : period - 1 - folded;
  }
}
