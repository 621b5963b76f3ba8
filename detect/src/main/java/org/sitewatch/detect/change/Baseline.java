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
    var rows = new float[planes.length][Math.min(BLOCK, median.length)];
    var counts = new int[Math.min(BLOCK, median.length)];
    var scratch = new double[BLOCK];
    for (int from = 0; from < median.length; from += BLOCK) {
      int columns = Math.min(BLOCK, median.length - from);
      Arrays.fill(counts, 0);
      for (int look = 0; look < planes.length; look++) {
        gather(planes[look], seen[look], maps[look], from, columns, scratch, rows[look], counts);
      }
      network.sort(rows, columns);
      middles(rows, counts, columns, median, from, 1);
      if (spread == NOT_ASKED_FOR) {
        continue;
      }
      for (float[] row : rows) {
        distances(row, median, from, columns);
      }
      clearUnseen(rows, counts, columns);
      network.sortValleys(rows, columns);
      middles(rows, counts, columns, spread, from, (float) Median.MAD_TO_SIGMA);
    }
  }

  private static void distances(float[] row, float[] median, int from, int columns) {
    for (int i = 0; i < columns; i++) {
      row[i] = Math.abs(row[i] - median[from + i]);
    }
  }

  /** One look's values of a block on the common scale; what it did not see sorts last. */
  private static void gather(
      float[] plane,
      boolean[] seen,
      LinearMap map,
      int from,
      int columns,
      double[] scratch,
      float[] row,
      int[] counts) {
    FloatBlock.widen(plane, from, columns, scratch);
    map.apply(scratch, columns);
    FloatBlock.narrow(scratch, columns, row, 0);
    if (SeenMask.isWhole(seen, from, columns)) {
      for (int i = 0; i < columns; i++) {
        counts[i]++;
      }
      return;
    }
    for (int i = 0; i < columns; i++) {
      boolean here = seen[from + i];
      row[i] = here ? row[i] : Float.POSITIVE_INFINITY;
      counts[i] += here ? 1 : 0;
    }
  }

  /** Sorted columns end with what was not seen, where a distance from a NaN median is NaN. */
  private static void clearUnseen(float[][] rows, int[] counts, int columns) {
    for (int i = 0; i < columns; i++) {
      for (int place = counts[i]; place < rows.length; place++) {
        rows[place][i] = Float.POSITIVE_INFINITY;
      }
    }
  }

  /** Medians of the first {@code counts} of each sorted column, times a factor. */
  private static void middles(
      float[][] rows, int[] counts, int columns, float[] target, int from, float factor) {
    if (areEqual(counts, columns) && counts[0] > 0) {
      float[] lower = rows[(counts[0] - 1) / 2];
      float[] upper = rows[counts[0] / 2];
      for (int i = 0; i < columns; i++) {
        target[from + i] = factor * 0.5f * (lower[i] + upper[i]);
      }
      return;
    }
    for (int i = 0; i < columns; i++) {
      int count = counts[i];
      target[from + i] =
          count == 0 ? Float.NaN : factor * 0.5f * (rows[(count - 1) / 2][i] + rows[count / 2][i]);
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
