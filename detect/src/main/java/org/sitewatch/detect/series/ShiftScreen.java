package org.sitewatch.detect.series;

/**
 * A quick look at whether an image lies where its reference does, to a third of a pixel: one step
 * of least squares on some rows of the window, and the likeness of both in the places around. Says
 * nothing more than that measuring is not needed.
 */
public final class ShiftScreen {
  private static final int AROUND_PX = 3;
  private static final int BORDER_PX = AROUND_PX + 1;
  private static final double NEAR_PX = 0.35;

  /** Every third row of a small window is enough to know that nothing is far off. */
  private static final int LEAST_ROW_STEP = 3;

  /** Further apart, a large window would be judged by a few rows alone. */
  private static final int GREATEST_ROW_STEP = 12;

  /** Rows of a larger window are left out until about so many pixels stay. */
  private static final int SAMPLE_PIXELS = 5000;

  /** Of the pixels looked at, seen in both: 800 of a window, every third row of it. */
  private static final int LEAST_SEEN_PIXELS = 267;

  private ShiftScreen() {}

  /**
   * @param image NaN = not seen
   * @param reference likewise
   * @return false also where too little is seen to tell
   */
  public static boolean liesNear(float[] image, float[] reference, int width, int height) {
    int pixels = Math.max(0, width - 2 * BORDER_PX) * Math.max(0, height - 2 * BORDER_PX);
    int rowStep = Math.max(LEAST_ROW_STEP, Math.min(GREATEST_ROW_STEP, pixels / SAMPLE_PIXELS + 1));
    var area = new Area(image, reference, width, height, BORDER_PX, rowStep);
    double here = area.likeness(0, 0);
    if (!area.showsEnough() && rowStep > LEAST_ROW_STEP) {
      area = new Area(image, reference, width, height, BORDER_PX, LEAST_ROW_STEP);
      here = area.likeness(0, 0);
    }
    return area.showsEnough() && area.isMostAlikeHere(here) && area.step() < NEAR_PX;
  }

  /** Likeness of two planes as seen images are alike: the correlation of their values. */
  public static double likeness(float[] image, float[] reference, int width, int height) {
    return new Area(image, reference, width, height, 0, 1).likeness(0, 0);
  }

  /** Some rows of both planes. */
  private static final class Area {
    private final float[] image;
    private final float[] reference;
    private final int width;
    private final int border;
    private final int right;
    private final int bottom;
    private final int rowStep;
    private int count;

    Area(float[] image, float[] reference, int width, int height, int border, int rowStep) {
      this.image = image;
      this.reference = reference;
      this.width = width;
      this.border = border;
      this.rowStep = rowStep;
      right = width - border;
      bottom = height - border;
    }

    /** Of the image moved back by so many pixels; NaN if nothing is seen in both. */
    double likeness(int dy, int dx) {
      double n = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int row = border; row < bottom; row += rowStep) {
        for (int column = border; column < right; column++) {
          double a = image[(row + dy) * width + column + dx];
          double b = reference[row * width + column];
          if (Double.isFinite(a + b)) {
            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
          }
        }
      }
      count = (int) n;
      return (xy - x * y / n) / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
    }

    /** Whether enough pixels were seen in both when they were compared last. */
    boolean showsEnough() {
      return count >= LEAST_SEEN_PIXELS;
    }

    /** Whether no place around is more alike than the one where the image lies. */
    boolean isMostAlikeHere(double here) {
      for (int dy = -AROUND_PX; dy <= AROUND_PX; dy += AROUND_PX) {
        for (int dx = -AROUND_PX; dx <= AROUND_PX; dx += AROUND_PX) {
          if ((dy != 0 || dx != 0) && likeness(dy, dx) > here) {
            return false;
          }
        }
      }
      return true;
    }

    /** Length of the one step from (image - reference) to its gradients, gain and offset free. */
    double step() {
      var sums = new double[4][4];
      var right4 = new double[4];
      var terms = new double[4];
      for (int row = border; row < bottom; row += rowStep) {
        for (int column = border; column < right; column++) {
          int at = row * width + column;
          terms[0] = 0.5 * (mean(reference, at + width) - mean(reference, at - width));
          terms[1] = 0.5 * (mean(reference, at + 1) - mean(reference, at - 1));
          terms[2] = mean(reference, at);
          terms[3] = 1;
          double value = mean(image, at);
          if (Double.isFinite(value + terms[0] + terms[1] + terms[2])) {
            for (int i = 0; i < 4; i++) {
              right4[i] += terms[i] * value;
              for (int j = 0; j < 4; j++) {
                sums[i][j] += terms[i] * terms[j];
              }
            }
          }
        }
      }
      double[] found = solve(sums, right4);
      return Math.hypot(found[0], found[1]) / Math.abs(found[2]);
    }

    /** Of the cross of five pixels. */
    private double mean(float[] plane, int at) {
      return 0.2
          * ((double) plane[at]
              + plane[at - 1]
              + plane[at + 1]
              + plane[at - width]
              + plane[at + width]);
    }

    /** By elimination with the largest pivot; NaN or infinite where there is no answer. */
    private static double[] solve(double[][] a, double[] b) {
      int n = b.length;
      for (int i = 0; i < n; i++) {
        int pivot = i;
        for (int k = i + 1; k < n; k++) {
          pivot = Math.abs(a[k][i]) > Math.abs(a[pivot][i]) ? k : pivot;
        }
        double[] row = a[i];
        a[i] = a[pivot];
        a[pivot] = row;
        double value = b[i];
        b[i] = b[pivot];
        b[pivot] = value;
        for (int k = i + 1; k < n; k++) {
          double share = a[k][i] / a[i][i];
          for (int j = i; j < n; j++) {
            a[k][j] -= share * a[i][j];
          }
          b[k] -= share * b[i];
        }
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int j = i + 1; j < n; j++) {
          b[i] -= a[i][j] * b[j];
        }
        b[i] /= a[i][i];
      }
      return b;
    }
  }
}
