package org.sitewatch.detect.change;

/** Order statistics of the first values of an array, by Hoare's selection: it may be reordered. */
public final class Median {
  /** Turns a median absolute deviation into the standard deviation of a normal distribution. */
  public static final double MAD_TO_SIGMA = 1.482602218505602;

  /** From so many values on they are counted into bins before any is moved. */
  private static final int MANY = 200;

  private static final int BINS = 256;

  /** Values whose mean and spread lay out the bins. */
  private static final int SAMPLE = 64;

  /** The bins lie this far on either side of the mean; the outermost take what is beyond. */
  private static final double REACH_SIGMAS = 2;

  private Median() {}

  /**
   * Median of the first {@code count} values (the mean of the middle two), NaN if there are none.
   */
  public static double of(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    return count < MANY ? middle(values, count) : binned(values, count);
  }

  /**
   * Only the bin that holds the middle is selected from. Bins that a sample laid out badly cost
   * time, the result is exact.
   */
  private static double binned(double[] values, int count) {
    double mean = 0;
    for (int i = 0; i < SAMPLE; i++) {
      mean += values[(int) ((long) i * count / SAMPLE)] / SAMPLE;
    }
    double variance = 0;
    for (int i = 0; i < SAMPLE; i++) {
      double distance = values[(int) ((long) i * count / SAMPLE)] - mean;
      variance += distance * distance / SAMPLE;
    }
    double low = mean - REACH_SIGMAS * Math.sqrt(variance);
    double binsPerUnit = BINS / (2 * (mean - low));
    if (!(binsPerUnit > 0 && binsPerUnit <= Double.MAX_VALUE)) {
      return middle(values, count);
    }
    var bins = new byte[count];
    var sizes = new int[BINS];
    for (int i = 0; i < count; i++) {
      int bin = (int) ((values[i] - low) * binsPerUnit);
      bin = Math.max(0, Math.min(BINS - 1, bin));
      bins[i] = (byte) bin;
      sizes[bin]++;
    }
    int bin = 0;
    int below = 0;
    while (below + sizes[bin] <= count / 2) {
      below += sizes[bin++];
    }
    var near = new double[sizes[bin]];
    int inside = 0;
    for (int i = 0; i < count; i++) {
      if (bins[i] == (byte) bin) {
        near[inside++] = values[i];
      }
    }
    int rank = count / 2 - below;
    double upper = select(near, inside, rank);
    if ((count & 1) == 1) {
      return upper;
    }
    return 0.5 * ((rank > 0 ? largest(near, rank) : largestBelow(bin, bins, values)) + upper);
  }

  private static double largestBelow(int bin, byte[] bins, double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < bins.length; i++) {
      if (Byte.toUnsignedInt(bins[i]) < bin) {
        largest = Math.max(largest, values[i]);
      }
    }
    return largest;
  }

  private static double middle(double[] values, int count) {
    double upper = select(values, count, count / 2);
    return (count & 1) == 1 ? upper : 0.5 * (largest(values, count / 2) + upper);
  }

  private static double largest(double[] values, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (values[i] > largest) {
        largest = values[i];
      }
    }
    return largest;
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
