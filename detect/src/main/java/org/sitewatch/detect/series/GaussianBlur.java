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
    double[] values = toDoubles(plane);
    var columns = new float[plane.length];
    var sum = new double[width];
    for (int row = 0; row < height; row++) {
      Arrays.fill(sum, 0);
      for (int step = -radius; step <= radius; step++) {
        add(kernel[Math.abs(step)], values, mirror(row + step, height) * width, sum);
      }
      toFloats(sum, columns, row * width);
    }
    var line = new double[width + 2 * radius];
    var source = new int[line.length];
    for (int i = 0; i < source.length; i++) {
      source[i] = mirror(i - radius, width);
    }
    for (int row = 0; row < height; row++) {
      for (int i = 0; i < line.length; i++) {
        line[i] = columns[row * width + source[i]];
      }
      Arrays.fill(sum, 0);
      add(kernel[0], line, radius, sum);
      for (int step = 1; step <= radius; step++) {
        addPair(kernel[step], line, radius - step, radius + step, sum);
      }
      toFloats(sum, out, row * width);
    }
  }

  // Loops that do not mix float and double are what the JVM vectorises.

  private static void add(double weight, double[] values, int start, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * values[start + i];
    }
  }

  private static void addPair(double weight, double[] line, int left, int right, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * (line[left + i] + line[right + i]);
    }
  }

  private static double[] toDoubles(float[] plane) {
    var values = new double[plane.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = plane[i];
    }
    return values;
  }

  private static void toFloats(double[] row, float[] plane, int start) {
    for (int i = 0; i < row.length; i++) {
      plane[start + i] = (float) row[i];
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
