package org.sitewatch.detect.series;

/** The discrete Fourier transform of a square of complex numbers, in place (Cooley &amp; Tukey). */
final class FourierTransform {
  private FourierTransform() {}

  /**
   * @param numbers real and imaginary parts by turns, row by row
   * @param side a power of two
   */
  static void forward(double[] numbers, int side) {
    var line = new double[2 * side];
    double[] waves = waves(side);
    for (int row = 0; row < side; row++) {
      System.arraycopy(numbers, 2 * row * side, line, 0, line.length);
      transform(line, waves);
      System.arraycopy(line, 0, numbers, 2 * row * side, line.length);
    }
    for (int column = 0; column < side; column++) {
      for (int row = 0; row < side; row++) {
        line[2 * row] = numbers[2 * (row * side + column)];
        line[2 * row + 1] = numbers[2 * (row * side + column) + 1];
      }
      transform(line, waves);
      for (int row = 0; row < side; row++) {
        numbers[2 * (row * side + column)] = line[2 * row];
        numbers[2 * (row * side + column) + 1] = line[2 * row + 1];
      }
    }
  }

  private static double[] waves(int side) {
    var waves = new double[side];
    for (int i = 0; i < side / 2; i++) {
      waves[2 * i] = StrictMath.cos(-2 * Math.PI * i / side);
      waves[2 * i + 1] = StrictMath.sin(-2 * Math.PI * i / side);
    }
    return waves;
  }

  private static void transform(double[] line, double[] waves) {
    int side = line.length / 2;
    reorder(line, side);
    for (int half = 1; half < side; half *= 2) {
      int stride = side / (2 * half);
      for (int start = 0; start < side; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          int even = 2 * (start + k);
          int odd = even + 2 * half;
          double cos = waves[2 * k * stride];
          double sin = waves[2 * k * stride + 1];
          double real = line[odd] * cos - line[odd + 1] * sin;
          double imaginary = line[odd] * sin + line[odd + 1] * cos;
          line[odd] = line[even] - real;
          line[odd + 1] = line[even + 1] - imaginary;
          line[even] += real;
          line[even + 1] += imaginary;
        }
      }
    }
  }

  /** Puts each number at the place whose bits are its own in reverse. */
  private static void reorder(double[] line, int side) {
    int bits = Integer.numberOfTrailingZeros(side);
    for (int i = 0; i < side; i++) {
      int other = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
      if (other > i) {
        for (int part = 0; part < 2; part++) {
          double kept = line[2 * i + part];
          line[2 * i + part] = line[2 * other + part];
          line[2 * other + part] = kept;
        }
      }
    }
  }
}
