package org.sitewatch.detect.series;

/**
 * Series made of nothing but hashes of places (SplitMix64), the same here and in
 * scripts/bench/oracles_evidence.py, so that oracle files hold results only.
 */
final class HashedSeries {
  private HashedSeries() {}

  /** Numbers in [0, 1) of 24 bits each. */
  static double[] uniform(long seed, int count) {
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      long x = seed * 0x100000001B3L + (i + 1) * 0x9E3779B97F4A7C15L;
      x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
      x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
      x ^= x >>> 31;
      values[i] = (x >>> 40) / (double) (1 << 24);
    }
    return values;
  }

  /** Nearly normal numbers of mean 0 and variance 1. */
  static double[] bell(long seed, int count) {
    double[] u = uniform(seed, 4 * count);
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = u[4 * i] + u[4 * i + 1] + u[4 * i + 2] + u[4 * i + 3];
      values[i] = (sum - 2) * 1.7320508075688772;
    }
    return values;
  }

  /** [look][band][pixel] from numbers in that order. */
  static float[][][] cube(double[] values, int looks, int bands) {
    int pixels = values.length / looks / bands;
    var cube = new float[looks][bands][pixels];
    for (int i = 0; i < values.length; i++) {
      cube[i / pixels / bands][i / pixels % bands][i % pixels] = (float) values[i];
    }
    return cube;
  }

  static float[][][] bell(long seed, int looks, int bands, int pixels) {
    return cube(bell(seed, looks * bands * pixels), looks, bands);
  }

  /** Masks of squares of 4 × 4 px, each clear with the given probability. */
  static boolean[][] clear(long seed, int looks, int size, double share) {
    int squares = (size + 3) / 4;
    double[] u = uniform(seed, looks * squares * squares);
    var clear = new boolean[looks][size * size];
    for (int look = 0; look < looks; look++) {
      for (int pixel = 0; pixel < size * size; pixel++) {
        int square = pixel / size / 4 * squares + pixel % size / 4;
        clear[look][pixel] = u[look * squares * squares + square] < share;
      }
    }
    return clear;
  }

  /** Every 9 days from 2021-01-04 on. */
  static double[] days(int looks) {
    var days = new double[looks];
    for (int look = 0; look < looks; look++) {
      days[look] = 18631 + 9 * look;
    }
    return days;
  }

  static int[] range(int start, int end) {
    return java.util.stream.IntStream.range(start, end).toArray();
  }

  /** NaN wherever a pixel is not valid: whoever reads it shows it. */
  static void blind(float[][][] cube, boolean[][] valid) {
    for (int look = 0; look < cube.length; look++) {
      for (float[] plane : cube[look]) {
        for (int pixel = 0; pixel < plane.length; pixel++) {
          plane[pixel] = valid[look][pixel] ? plane[pixel] : Float.NaN;
        }
      }
    }
  }
}
