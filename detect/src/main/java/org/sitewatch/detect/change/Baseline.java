package org.sitewatch.detect.change;

import java.util.Arrays;

/**
 * Per-pixel median and spread (1.4826 × MAD) over the earlier looks. Holds as long as fewer than
 * half of the looks of a pixel are spoilt by clouds the mask missed.
 */
public final class Baseline {
  /** Pixels sorted side by side: few enough that their values of all looks stay in the cache. */
  private static final int BLOCK = FloatBlock.SIZE;

  private static final float[] NOT_ASKED_FOR = {};

  private static final int POSITIVE_INFINITY_BITS = 0x7f800000;

  private Baseline() {}

  /**
   * One band. NaN in both targets where no look saw the pixel; the spread of a single look is 0.
   *
   * @param planes [look][pixel], standardised
   * @param seen [look][pixel]; what is not seen, or frozen, is left out
   * @param maps one for each look, to the common scale
   */
  public static void medianAndSpread(
      float[][] planes, boolean[][] seen, LinearMap[] maps, float[] median, float[] spread) {
    blocks(planes, seen, maps, median, spread);
  }

  /** The median alone, as {@link #medianAndSpread} has it. */
  public static void median(float[][] planes, boolean[][] seen, LinearMap[] maps, float[] median) {
    blocks(planes, seen, maps, median, NOT_ASKED_FOR);
  }

  private static void blocks(
      float[][] planes, boolean[][] seen, LinearMap[] maps, float[] median, float[] spread) {
    if (planes.length == 0) {
      Arrays.fill(median, Float.NaN);
      Arrays.fill(spread, Float.NaN);
      return;
    }
    var network = new SortingNetwork(planes.length);
    int most = Math.min(BLOCK, median.length);
    var rows = new float[planes.length][most];
    var counts = new int[most];
    var middle = new float[most];
    var wide = new double[BLOCK];
    for (int from = 0; from < median.length; from += BLOCK) {
      int columns = Math.min(BLOCK, median.length - from);
      Arrays.fill(counts, 0);
      for (int look = 0; look < planes.length; look++) {
        FloatBlock.widen(planes[look], from, columns, wide);
        maps[look].apply(wide, columns);
        FloatBlock.narrow(wide, columns, rows[look], 0);
        putUnseenLast(rows[look], seen[look], from, columns, counts);
      }
      network.sort(rows, columns);
      middles(rows, counts, columns, middle, 1);
      System.arraycopy(middle, 0, median, from, columns);
      if (spread == NOT_ASKED_FOR) {
        continue;
      }
      for (float[] row : rows) {
        distances(row, middle, columns);
      }
      network.sortValleys(rows, columns);
      middles(rows, counts, columns, middle, (float) Median.MAD_TO_SIGMA);
      System.arraycopy(middle, 0, spread, from, columns);
    }
  }

  /**
   * Unseen pixels stay infinite, and last, where the median is finite; else they are NaN, as is
   * what comes of them.
   */
  private static void distances(float[] row, float[] median, int columns) {
    for (int i = 0; i < columns; i++) {
      row[i] = Math.abs(row[i] - median[i]);
    }
  }

  /** What a look did not see becomes infinite; what it saw is counted. */
  private static void putUnseenLast(
      float[] row, boolean[] seen, int from, int columns, int[] counts) {
    if (SeenMask.isWhole(seen, from, columns)) {
      for (int i = 0; i < columns; i++) {
        counts[i]++;
      }
      return;
    }
    for (int i = 0; i < columns; i++) {
      int here = seen[from + i] ? 1 : 0; // no branch: clouds are hard to foresee
      int bits = Float.floatToRawIntBits(row[i]) & -here | POSITIVE_INFINITY_BITS & here - 1;
      row[i] = Float.intBitsToFloat(bits);
      counts[i] += here;
    }
  }

  /** Medians of the first {@code counts} of each sorted column, times a factor. */
  private static void middles(
      float[][] rows, int[] counts, int columns, float[] target, float factor) {
    if (areEqual(counts, columns) && counts[0] > 0) {
      float[] lower = rows[(counts[0] - 1) / 2];
      float[] upper = rows[counts[0] / 2];
      for (int i = 0; i < columns; i++) {
        target[i] = factor * 0.5f * (lower[i] + upper[i]);
      }
      return;
    }
    for (int i = 0; i < columns; i++) {
      int count = counts[i];
      target[i] =
          count == 0
              ? Float.NaN
              : factor * 0.5f * (rows[(count - 1) >> 1][i] + rows[count >> 1][i]);
    }
  }

  private static boolean areEqual(int[] counts, int columns) {
    for (int i = 1; i < columns; i++) {
      if (counts[i] != counts[0]) {
        return false;
      }
    }
    return true;
  }

  /** How many looks saw each pixel. */
  public static int[] counts(boolean[][] seen, int pixels) {
    var counts = new int[pixels];
    for (boolean[] look : seen) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        counts[pixel] += look[pixel] ? 1 : 0;
      }
    }
    return counts;
  }
}
