package org.sitewatch.detect.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Sorts many short columns at once: the compare-exchange steps of Batcher's odd-even merge sort do
 * not depend on the data, so each runs over a whole row of columns, which the JVM vectorises.
 *
 * <p>Batcher 1968, Sorting networks and their applications, AFIPS 32.
 */
final class SortingNetwork {
  private final int[][] steps;
  private final int[][] valleySteps;

  /**
   * @param length values in a column, at least 1
   */
  SortingNetwork(int length) {
    this.steps = steps(length);
    this.valleySteps = valleySteps(length);
  }

  /**
   * Sorts columns upwards in place. Of a column with a NaN nothing can be said after it; the others
   * do not mind.
   *
   * @param rows [place in the column][column]
   * @param columns how many, the first of each row
   */
  void sort(float[][] rows, int columns) {
    for (int[] step : steps) {
      exchange(rows[step[0]], rows[step[1]], columns);
    }
  }

  /**
   * The same for columns that fall to some place and rise from there, in less than half of the
   * steps: Batcher's bitonic merge. Places that lack to a power of two stand for the highest.
   */
  void sortValleys(float[][] rows, int columns) {
    for (int[] step : valleySteps) {
      exchange(rows[step[0]], rows[step[1]], columns);
    }
  }

  private static void exchange(float[] low, float[] high, int columns) {
    for (int i = 0; i < columns; i++) {
      float a = low[i];
      float b = high[i];
      low[i] = Math.min(a, b);
      high[i] = Math.max(a, b);
    }
  }

  private static int[][] steps(int length) {
    List<int[]> steps = new ArrayList<>();
    for (int merged = 1; merged < length; merged *= 2) {
      for (int apart = merged; apart >= 1; apart /= 2) {
        for (int first = apart % merged; first < length - apart; first += 2 * apart) {
          for (int i = first; i < Math.min(first + apart, length - apart); i++) {
            boolean together = i / (2 * merged) == (i + apart) / (2 * merged);
            if (together) {
              steps.add(new int[] {i, i + apart});
            }
          }
        }
      }
    }
    return steps.toArray(int[][]::new);
  }

  private static int[][] valleySteps(int length) {
    List<int[]> steps = new ArrayList<>();
    for (int apart = Integer.highestOneBit(length); apart >= 1; apart /= 2) {
      for (int i = 0; i < length - apart; i++) {
        if ((i & apart) == 0) {
          steps.add(new int[] {i, i + apart});
        }
      }
    }
    return steps.toArray(int[][]::new);
  }
}
