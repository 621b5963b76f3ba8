package org.sitewatch.cli.demo;

/**
 * A smooth random field on the pixel lattice: octaves of cubic B-spline noise, each with twice the
 * cell and {@code 2^roughness} times the amplitude of the one before. Mean about 0, variance about
 * 1. A smaller field of the same seed is the upper left part of a larger one.
 */
final class NoiseField {
  /**
   * Standard deviation along one axis of a B-spline through unit noise: 151/315 of its variance.
   */
  private static final double SPLINE_SPREAD = 151.0 / 315.0;

  private NoiseField() {}

  /**
   * @param finest cell of the first octave in pixels
   * @param coarsest no cell is larger, in pixels
   * @param roughness 0 = every octave as strong as the next, 1 = coarse octaves rule
   */
  static float[] of(long seed, int size, int finest, int coarsest, double roughness) {
    double power = 0;
    for (int cell = finest; cell <= coarsest; cell *= 2) {
      power += StrictMath.pow(cell, 2 * roughness);
    }
    var field = new float[size * size];
    for (int cell = finest; cell <= coarsest; cell *= 2) {
      double amplitude = StrictMath.pow(cell, roughness) / StrictMath.sqrt(power) / SPLINE_SPREAD;
      addOctave(CounterNoise.key(seed, cell), size, cell, (float) amplitude, field);
    }
    return field;
  }

  private static void addOctave(long key, int size, int cell, float amplitude, float[] field) {
    // Each octave starts elsewhere in its cell, or the lattices would show as a grid.
    int offsetX = (int) (CounterNoise.uniform(key, 1, 0, cell));
    int offsetY = (int) (CounterNoise.uniform(key, 2, 0, cell));
    var weights = splineWeights(cell);
    var rows = new float[4][size];
    int loaded = -2;
    for (int row = 0; row < size; row++) {
      int latticeRow = (row + offsetY) / cell;
      if (latticeRow != loaded) {
        boolean isNext = latticeRow == loaded + 1;
        var oldest = rows[0];
        System.arraycopy(rows, 1, rows, 0, 3);
        rows[3] = oldest;
        for (int k = isNext ? 3 : 0; k < 4; k++) {
          fillRow(key, latticeRow + k, cell, offsetX, weights, rows[k]);
        }
        loaded = latticeRow;
      }
      var w = weights[(row + offsetY) % cell];
      float w0 = w[0] * amplitude;
      float w1 = w[1] * amplitude;
      float w2 = w[2] * amplitude;
      float w3 = w[3] * amplitude;
      int at = row * size;
      for (int column = 0; column < size; column++) {
        field[at + column] +=
            w0 * rows[0][column]
                + w1 * rows[1][column]
                + w2 * rows[2][column]
                + w3 * rows[3][column];
      }
    }
  }

  private static void fillRow(
      long key, int latticeRow, int cell, int offset, float[][] weights, float[] out) {
    long rowKey = CounterNoise.key(key, 1000L + latticeRow);
    int last = (out.length - 1 + offset) / cell + 4;
    var knots = new float[last];
    for (int k = 0; k < last; k++) {
      knots[k] = (float) CounterNoise.normal(CounterNoise.key(rowKey, k));
    }
    for (int column = 0; column < out.length; column++) {
      int knot = (column + offset) / cell;
      var w = weights[(column + offset) % cell];
      out[column] =
          w[0] * knots[knot]
              + w[1] * knots[knot + 1]
              + w[2] * knots[knot + 2]
              + w[3] * knots[knot + 3];
    }
  }

  /** Uniform cubic B-spline weights of the four knots, for each whole step inside a cell. */
  private static float[][] splineWeights(int cell) {
    var weights = new float[cell][4];
    for (int step = 0; step < cell; step++) {
      double t = (double) step / cell;
      double s = 1 - t;
      weights[step][0] = (float) (s * s * s / 6);
      weights[step][1] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
      weights[step][2] = (float) ((3 * s * s * s - 6 * s * s + 4) / 6);
      weights[step][3] = (float) (t * t * t / 6);
    }
    return weights;
  }
}
