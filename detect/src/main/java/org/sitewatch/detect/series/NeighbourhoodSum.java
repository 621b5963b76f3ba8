package org.sitewatch.detect.series;

import java.util.List;
import org.sitewatch.detect.change.Median;

/**
 * Vectors of 3 × 3 pixels added up: w = Σ u / √max(n, 3.6) over the n usable pixels around and at
 * the centre, so that w is as large as u where neighbours are independent. What spreads over some
 * pixels, each below the noise, stands out. See docs/detectors/evidence.md.
 */
public final class NeighbourhoodSum {
  private static final int SIZE_PX = 3;

  /** Fewer neighbours than 40 % count as 40 %: a lone pixel is no neighbourhood. */
  private static final double LEAST_COUNT = 0.4 * SIZE_PX * SIZE_PX;

  /** Median of |w| of a standard normal. */
  private static final double NORMAL_MEDIAN = 1 / Median.MAD_TO_SIGMA;

  private static final int MOST_VECTORS = 200_000;
  private static final double LEAST_SCALE = 1e-3;

  private NeighbourhoodSum() {}

  /**
   * The sums of one look: around a valid pixel over valid ones, around a flagged pixel over valid
   * and flagged ones, 0 at unseen ones.
   *
   * @param u [band][pixel], not read at unseen pixels
   * @param state {@link PixelState} of each pixel
   */
  public static float[][] of(float[][] u, byte[] state, int width, int height) {
    var sums = new float[u.length][state.length];
    addValid(u, state, width, height, sums);
    for (int pixel = 0; pixel < state.length; pixel++) {
      if (state[pixel] == PixelState.FLAGGED) {
        addClear(u, state, width, height, pixel, sums);
      }
    }
    return sums;
  }

  private static void addValid(float[][] u, byte[] state, int width, int height, float[][] sums) {
    var box = new BoxSum(width, height);
    var plane = new float[state.length];
    var roots = new double[state.length];
    for (int pixel = 0; pixel < state.length; pixel++) {
      plane[pixel] = state[pixel] == PixelState.VALID ? 1 : 0;
    }
    box.of(plane, SIZE_PX, roots);
    for (int pixel = 0; pixel < state.length; pixel++) {
      boolean valid = state[pixel] == PixelState.VALID;
      roots[pixel] = valid ? 1 / Math.sqrt(Math.max(roots[pixel], LEAST_COUNT)) : 0;
    }
    var added = new double[state.length];
    for (int band = 0; band < u.length; band++) {
      for (int pixel = 0; pixel < state.length; pixel++) {
        plane[pixel] = state[pixel] == PixelState.VALID ? u[band][pixel] : 0;
      }
      box.of(plane, SIZE_PX, added);
      for (int pixel = 0; pixel < state.length; pixel++) {
        sums[band][pixel] = (float) (added[pixel] * roots[pixel]);
      }
    }
  }

  /** Flagged pixels are few: each adds up its neighbours by itself. */
  private static void addClear(
      float[][] u, byte[] state, int width, int height, int center, float[][] sums) {
    int row = center / width;
    int column = center % width;
    int count = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
        int pixel = r * width + c;
        if (state[pixel] != PixelState.UNSEEN) {
          count++;
          for (int band = 0; band < u.length; band++) {
            sums[band][center] += u[band][pixel];
          }
        }
      }
    }
    float root = (float) (1 / Math.sqrt(Math.max(count, LEAST_COUNT)));
    for (float[] plane : sums) {
      plane[center] *= root;
    }
  }

  /**
   * How much larger w is than a standard normal where nothing happened, a factor a band: median |w|
   * / 0.6745 over the valid pixels of null looks. Neighbours are not independent, so it is above 1.
   *
   * @param looks of the null year, with w as it comes from {@link #of}
   */
  public static double[] nullScale(List<LookVectors> looks) {
    var valid = new boolean[looks.size()][];
    var indices = new int[looks.size()];
    for (int i = 0; i < indices.length; i++) {
      valid[i] = looks.get(i).validPixels();
      indices[i] = i;
    }
    var sample = SeriesSample.of(valid, indices, MOST_VECTORS);
    if (sample.size() == 0) {
      throw new IllegalArgumentException("no valid pixel in " + looks.size() + " null looks");
    }
    var scale = new double[looks.get(0).w().length];
    var sizes = new double[sample.size()];
    for (int band = 0; band < scale.length; band++) {
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = Math.abs(looks.get(sample.look(i)).w()[band][sample.pixel(i)]);
      }
      double median = Median.of(sizes, sizes.length);
      scale[band] = Math.max(median / NORMAL_MEDIAN, LEAST_SCALE);
    }
    return scale;
  }
}
