package org.sitewatch.detect.change;

import java.util.Arrays;

/**
 * Order statistics of the first values of an array, by Hoare's selection: the array is reordered.
 */
public final class Median {
  /** Turns a median absolute deviation into the standard deviation of a normal distribution. */
  public static final double MAD_TO_SIGMA = 1.482602218505602;

  /** From so many values on a sample says first where the middle lies. */
  private static final int MANY = 600;

  private static final int SAMPLE = 127;

  /** Places in the sample on either side of its middle; three standard deviations of a rank. */
  private static final int SAMPLE_MARGIN = 18;

  private Median() {}

  /**
   * Median of the first {@code count} values (the mean of the middle two), NaN if there are none.
   */
  public static double of(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    return count < MANY ? middle(values, count, count / 2, count) : narrowed(values, count);
  }

  /** Most of many values need only be counted: those between two of a sample are selected from. */
  private static double narrowed(double[] values, int count) {
    var sample = new double[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = values[(int) ((long) i * count / SAMPLE)];
    }
    Arrays.sort(sample);
    double low = sample[SAMPLE / 2 - SAMPLE_MARGIN];
    double high = sample[SAMPLE / 2 + SAMPLE_MARGIN];
    var near = new double[count];
    int below = 0;
    int inside = 0;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      near[inside] = value;
      below += value < low ? 1 : 0;
      inside += value >= low & value <= high ? 1 : 0;
    }
    int rank = count / 2 - below;
    int leastRank = (count & 1) == 1 ? 0 : 1;
    return rank >= leastRank && rank < inside
        ? middle(near, inside, rank, count)
        : middle(values, count, count / 2, count);
  }

  /** The value of a rank; of an even count of all, the mean of it and the one before. */
  private static double middle(double[] values, int count, int rank, int countOfAll) {
    double upper = select(values, count, rank);
    if ((countOfAll & 1) == 1) {
      return upper;
    }
    double lower = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rank; i++) {
      if (values[i] > lower) {
        lower = values[i];
      }
    }
    return 0.5 * (lower + upper);
  }

  /** 1.4826 × median |value - center|; the values are replaced by their distances. */
  public static double scale(double[] values, int count, double center) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.abs(values[i] - center);
    }
    return MAD_TO_SIGMA * of(values, count);
  }

  /** The value that would stand at {@code rank} if the first {@code count} values were sorted. */
  public static double select(double[] values, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swap = values[left];
          values[left++] = values[right];
          values[right--] = swap;
        }
      }
      if (rank <= right) {
        high = right;
      } else if (rank >= left) {
        low = left;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }
}
