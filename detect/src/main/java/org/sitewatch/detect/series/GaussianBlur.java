package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.FloatBlock;

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
    blur(plane, SeenPart.whole(width, height), sigma_px, out);
  }

  /** How many pixels away a value still counts. */
  static int reach_px(double sigma_px) {
    return (int) (REACH_SIGMAS * sigma_px + 0.5);
  }

  /** The same of a part only; the rest of {@code out} is left as it is. */
  static void blur(float[] plane, SeenPart part, double sigma_px, float[] out) {
    double[] kernel = kernel(sigma_px);
    int radius = kernel.length - 1;
    int width = part.width();
    int height = part.height();
    SeenPart read = part.widened(radius);
    double[][] values = toDoubles(plane, read);
    var above = new double[read.columns()];
    var narrow = new float[read.columns()];
    var sum = new double[part.columns()];
    var line = new double[part.columns() + 2 * radius];
    var source = new int[line.length];
    for (int i = 0; i < source.length; i++) {
      source[i] = mirror(part.left() + i - radius, width) - read.left();
    }
    int inner = part.left() - read.left();
    var rows = new double[2 * radius + 1][];
    var weights = new double[rows.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kernel[Math.abs(i - radius)];
    }
    for (int row = 0; row < part.rows(); row++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = values[mirror(part.top() + row + i - radius, height) - read.top()];
      }
      Arrays.fill(above, 0);
      add(weights, rows, above);
      FloatBlock.narrow(above, above.length, narrow, 0);
      FloatBlock.widen(narrow, 0, above.length, above);
      System.arraycopy(above, inner, line, radius, part.columns());
      for (int i = 0; i < radius; i++) {
        int end = line.length - 1 - i;
        line[i] = above[source[i]];
        line[end] = above[source[end]];
      }
      Arrays.fill(sum, 0);
      add(kernel[0], line, radius, sum);
      int step = 1;
      for (; step < radius; step += 2) {
        addTwoPairs(kernel[step], kernel[step + 1], line, radius, step, sum);
      }
      if (step == radius) {
        addPair(kernel[step], line, radius - step, radius + step, sum);
      }
      FloatBlock.narrow(sum, sum.length, out, (part.top() + row) * width + part.left());
    }
  }

  // Along a row the places differ: to copy each stretch first took as long as it spared.

  private static void add(double weight, double[] values, int start, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * values[start + i];
    }
  }

  /** Adds rows in their order, four at a time: the sums are then read and written less often. */
  private static void add(double[] weights, double[][] rows, double[] sum) {
    int row = 0;
    for (; row + 4 <= rows.length; row += 4) {
      double weightA = weights[row];
      double weightB = weights[row + 1];
      double weightC = weights[row + 2];
      double weightD = weights[row + 3];
      double[] a = rows[row];
      double[] b = rows[row + 1];
      double[] c = rows[row + 2];
      double[] d = rows[row + 3];
      for (int i = 0; i < sum.length; i++) {
        sum[i] = sum[i] + weightA * a[i] + weightB * b[i] + weightC * c[i] + weightD * d[i];
      }
    }
    for (; row < rows.length; row++) {
      add(weights[row], rows[row], 0, sum);
    }
  }

  /** The pairs {@code step} and {@code step + 1} places away from {@code center}. */
  private static void addTwoPairs(
      double near, double far, double[] line, int center, int step, double[] sum) {
    int a = center - step;
    int b = center + step;
    for (int i = 0; i < sum.length; i++) {
      sum[i] =
          sum[i] + near * (line[a + i] + line[b + i]) + far * (line[a - 1 + i] + line[b + 1 + i]);
    }
  }

  private static void addPair(double weight, double[] line, int left, int right, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * (line[left + i] + line[right + i]);
    }
  }

  /** [row][column] of the part. */
  private static double[][] toDoubles(float[] plane, SeenPart part) {
    var values = new double[part.rows()][part.columns()];
    for (int row = 0; row < part.rows(); row++) {
      int from = (part.top() + row) * part.width() + part.left();
      FloatBlock.widen(plane, from, part.columns(), values[row]);
    }
    return values;
  }

  /** Weights at 0, 1, ... pixels from the centre; both sides together sum to 1. */
  private static double[] kernel(double sigma_px) {
    var kernel = new double[reach_px(sigma_px) + 1];
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
