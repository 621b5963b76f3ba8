package org.sitewatch.detect.series;

import java.util.Arrays;

/**
 * The clipped residuals of some looks at some pixels of one band, gaps filled from principal
 * components of the looks. What a gap becomes depends on its own pixel and band only, so a series
 * is filled block by block, as often as needed, and never copied whole.
 */
final class FilledBlock {
  static final int PIXELS = 64;
  private static final float CLIP = 6;

  private final int looks;
  private final double[][] values;
  private final boolean[][] known;
  private final double[][] scores;
  private final double[] rebuilt = new double[PIXELS];
  private int count;

  FilledBlock(int looks, int components) {
    this.looks = looks;
    this.values = new double[looks][PIXELS];
    this.known = new boolean[looks][PIXELS];
    this.scores = new double[components][PIXELS];
  }

  /** Reads {@code count} of the listed pixels, from place {@code start} on; gaps are 0. */
  void load(
      float[][][] z,
      boolean[][] valid,
      int[] series,
      int band,
      int[] pixels,
      int start,
      int count) {
    this.count = count;
    for (int look = 0; look < looks; look++) {
      float[] plane = z[series[look]][band];
      boolean[] mask = valid[series[look]];
      for (int i = 0; i < count; i++) {
        int pixel = pixels[start + i];
        known[look][i] = mask[pixel];
        values[look][i] = mask[pixel] ? Math.max(-CLIP, Math.min(CLIP, plane[pixel])) : 0;
      }
    }
  }

  /**
   * Replaces the gaps by Q Q' a, the projection of each pixel's series on the components.
   *
   * @param components Q as [look][component], orthonormal columns
   */
  void fill(double[][] components) {
    project(components);
    for (int look = 0; look < looks; look++) {
      Arrays.fill(rebuilt, 0);
      for (int component = 0; component < components[look].length; component++) {
        accumulate(components[look][component], scores[component], rebuilt);
      }
      for (int i = 0; i < count; i++) {
        values[look][i] = known[look][i] ? values[look][i] : rebuilt[i];
      }
    }
  }

  /** Q' a for each pixel: the spatial modes, not yet of unit length, [component][pixel]. */
  double[][] project(double[][] components) {
    for (double[] row : scores) {
      Arrays.fill(row, 0);
    }
    for (int look = 0; look < looks; look++) {
      for (int component = 0; component < components[look].length; component++) {
        accumulate(components[look][component], values[look], scores[component]);
      }
    }
    return scores;
  }

  /** The series of one pixel of the block. */
  void copySeries(int index, double[] series) {
    for (int look = 0; look < looks; look++) {
      series[look] = values[look][index];
    }
  }

  private void accumulate(double factor, double[] from, double[] to) {
    for (int i = 0; i < count; i++) {
      to[i] += factor * from[i];
    }
  }
}
