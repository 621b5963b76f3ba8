package org.sitewatch.detect.change;

/**
 * Per-pixel median and spread (1.4826 × MAD) over the earlier looks. Holds as long as fewer than
 * half of the looks of a pixel are spoilt by clouds the mask missed.
 */
public final class Baseline {
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
    var values = new double[planes.length];
    for (int pixel = 0; pixel < median.length; pixel++) {
      int count = 0;
      for (int look = 0; look < planes.length; look++) {
        if (seen[look][pixel]) {
          count = insert(values, count, maps[look].apply(planes[look][pixel]));
        }
      }
      double middle = ofSorted(values, count);
      median[pixel] = (float) middle;
      spread[pixel] = (float) (Median.MAD_TO_SIGMA * deviation(values, count, middle));
    }
  }

  /** How many looks saw each pixel. */
  public static int[] counts(boolean[][] seen, int pixels) {
    var counts = new int[pixels];
    for (boolean[] look : seen) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        if (look[pixel]) {
          counts[pixel]++;
        }
      }
    }
    return counts;
  }

  private static int insert(double[] sorted, int count, double value) {
    int place = count;
    while (place > 0 && sorted[place - 1] > value) {
      sorted[place] = sorted[place - 1];
      place--;
    }
    sorted[place] = value;
    return count + 1;
  }

  private static double ofSorted(double[] sorted, int count) {
    return count == 0 ? Double.NaN : 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
  }

  /** Median distance from the middle: distances are met in rising order, outwards on both sides. */
  private static double deviation(double[] sorted, int count, double middle) {
    if (count == 0) {
      return Double.NaN;
    }
    int left = (count - 1) / 2;
    int right = left + 1;
    double before = 0;
    double distance = 0;
    for (int met = 0; met <= count / 2; met++) {
      before = distance;
      boolean isLeft =
          right == count || left >= 0 && middle - sorted[left] <= sorted[right] - middle;
      distance = isLeft ? middle - sorted[left--] : sorted[right++] - middle;
    }
    return (count & 1) == 1 ? distance : 0.5 * (before + distance);
  }
}
