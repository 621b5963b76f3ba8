package org.sitewatch.detect.change;

/**
 * Where a scene parts into unchanged and changed, if it does: the threshold that leaves the least
 * variance within the two sides. Otsu 1979, IEEE Trans. SMC 9(1).
 */
final class TwoModes {
  private static final int BINS = 256;

  private TwoModes() {}

  /**
   * @param values NaN does not count
   * @param low values below count as this
   * @param high values above count as this, so that a few strong ones do not rule
   * @return the threshold
   */
  static double threshold(float[] values, double low, double high) {
    var histogram = new int[BINS];
    double step = (high - low) / BINS;
    double total = 0;
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        int bin = Math.max(0, Math.min(BINS - 1, (int) ((value - low) / step)));
        histogram[bin]++;
        total += bin;
        count++;
      }
    }
    double below = 0;
    double sum = 0;
    double best = -1;
    int place = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      below += histogram[bin];
      sum += (double) bin * histogram[bin];
      if (below > 0 && below < count) {
        double gap = sum / below - (total - sum) / (count - below);
        double between = below * (count - below) * gap * gap;
        if (between > best) {
          best = between;
          place = bin;
        }
      }
    }
    return low + (place + 1) * step;
  }
}
