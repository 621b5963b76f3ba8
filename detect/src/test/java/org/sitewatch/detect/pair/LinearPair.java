package org.sitewatch.detect.pair;

import java.util.stream.IntStream;

/**
 * Two dates of three bands that mix alike but for a corner of 20 x 10 pixels, from a linear
 * congruential generator that the numpy reference uses too.
 */
final class LinearPair {
  static final int WIDTH = 60;
  static final int HEIGHT = 50;
  static final int BANDS = 3;
  static final int UNCHANGED = 0;
  static final int CHANGED = 45;

  private long state = 12345;
  final float[][] before = new float[BANDS][WIDTH * HEIGHT];
  final float[][] after = new float[BANDS][WIDTH * HEIGHT];
  final int[] pixels = IntStream.range(0, WIDTH * HEIGHT).toArray();

  LinearPair() {
    for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      double[] g = {next(), next(), next()};
      double[] a = {g[0] + 0.5 * g[1], g[1] - 0.3 * g[2], g[2] + 0.2 * g[0]};
      for (int band = 0; band < BANDS; band++) {
        before[band][pixel] = (float) (a[band] + 0.05 * next());
        double noise = 0.1 * next() * (band + 1);
        double change = isChanged(pixel) ? 1.5 * next() : 0;
        after[band][pixel] =
            (float) (0.8 * a[band] + 0.1 * a[(band + 1) % BANDS] + 0.3 + noise + change);
      }
    }
  }

  static boolean isChanged(int pixel) {
    return pixel % WIDTH >= 40 && pixel / WIDTH < 10;
  }

  /** Other units for every band of the later date. */
  LinearPair rescaled() {
    for (int band = 0; band < BANDS; band++) {
      for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
        after[band][pixel] = 3 * (band + 1) * after[band][pixel] - 20;
      }
    }
    return this;
  }

  private double next() {
    state = (state * 1103515245L + 12345) % 2147483648L;
    return state / 2147483648.0 - 0.5;
  }
}
