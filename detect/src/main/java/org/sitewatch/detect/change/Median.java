package org.sitewatch.detect.change;

/**
 * Order statistics of the first values of an array, by Hoare's selection: the array is reordered.
 */
public final class Median {
  /** Turns a median absolute deviation into the standard deviation of a normal distribution. */
  public static final double MAD_TO_SIGMA = 1.482602218505602;

  private Median() {}

  /**
   * Median of the first {@code count} values (the mean of the middle two), NaN if there are none.
   */
  public static double of(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    double upper = select(values, count, count / 2);
    if ((count & 1) == 1) {
      return upper;
    }
    double lower = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count / 2; i++) {
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
