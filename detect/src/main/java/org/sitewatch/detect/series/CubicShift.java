package org.sitewatch.detect.series;

/**
 * Moves an image by a part of a pixel along its interpolating cubic B-spline. The border pixels go
 * on outside for ever. Equals {@code scipy.ndimage.shift(order=3, mode='nearest')}.
 *
 * <p>Unser, Aldroubi &amp; Eden 1993, IEEE Transactions on Signal Processing 41: the spline's
 * coefficients are two recursive passes along each line, its values four taps of them.
 */
public final class CubicShift {
  /** The root of z² + 4z + 1 inside the unit circle. */
  private static final double POLE = Math.sqrt(3) - 2;

  /** Border pixels repeated on each side; the pole to this power is 1e-7. */
  private static final int MARGIN = 12;

  private CubicShift() {}

  /**
   * {@code out(row, column) = plane(row - dy, column - dx)}: the content moves down and right. What
   * a {@link ShiftEstimate} measured is taken back by its negative.
   *
   * <p>What was not seen is not moved: {@code out} is NaN exactly where {@code plane} is. There the
   * spline goes through {@code fill}, so that no NaN and no edge reaches its neighbours.
   *
   * @param fill read where {@code plane} is NaN; where it is NaN too, the mean of the seen pixels
   *     stands in
   * @param out may be {@code plane}
   */
  public static void shift(
      float[] plane, float[] fill, int width, int height, double dy_px, double dx_px, float[] out) {
    var filled = new float[plane.length];
    double mean = meanOfSeen(plane);
    if (Double.isNaN(mean)) {
      System.arraycopy(plane, 0, out, 0, plane.length);
      return;
    }
    for (int i = 0; i < plane.length; i++) {
      filled[i] =
          !Float.isNaN(plane[i]) ? plane[i] : !Float.isNaN(fill[i]) ? fill[i] : (float) mean;
    }
    move(filled, width, height, dy_px, dx_px, filled);
    for (int i = 0; i < plane.length; i++) {
      out[i] = Float.isNaN(plane[i]) ? Float.NaN : filled[i];
    }
  }

  /** As {@link #shift} for a plane without NaN. */
  static void move(float[] plane, int width, int height, double dy_px, double dx_px, float[] out) {
    var turned = new double[plane.length];
    var row = new SplineLine(width, dx_px);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row.set(x, plane[y * width + x]);
      }
      row.fit();
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = row.at(x);
      }
    }
    var column = new SplineLine(height, dy_px);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        column.set(y, turned[x * height + y]);
      }
      column.fit();
      for (int y = 0; y < height; y++) {
        out[y * width + x] = (float) column.at(y);
      }
    }
  }

  private static double meanOfSeen(float[] plane) {
    double sum = 0;
    int count = 0;
    for (float value : plane) {
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  /** One row or column: values in, spline coefficients, values a fixed distance away out. */
  private static final class SplineLine {
    private final int length;
    private final int wholeSteps;
    private final double[] taps;
    private final double[] line;

    SplineLine(int length, double shift_px) {
      this.length = length;
      wholeSteps = (int) Math.floor(-shift_px);
      taps = taps(-shift_px - wholeSteps);
      line = new double[length + 2 * MARGIN];
    }

    void set(int index, double value) {
      line[MARGIN + index] = value;
    }

    void fit() {
      double first = line[MARGIN];
      double last = line[MARGIN + length - 1];
      for (int i = 0; i < MARGIN; i++) {
        line[i] = first;
        line[MARGIN + length + i] = last;
      }
      double forward = first / (1 - POLE);
      for (int i = 0; i < line.length; i++) {
        forward = line[i] + POLE * forward;
        line[i] = forward;
      }
      double level = last / (1 - POLE);
      double backward = -POLE * (level / (1 - POLE) + (forward - level) / (1 - POLE * POLE));
      line[line.length - 1] = backward;
      for (int i = line.length - 2; i >= 0; i--) {
        backward = POLE * (backward - line[i]);
        line[i] = backward;
      }
    }

    double at(int index) {
      int start = MARGIN + index + wholeSteps - 1;
      if (start < 0 || start + 4 > line.length) {
        start = Math.max(0, Math.min(line.length - 4, start));
      }
      return taps[0] * line[start]
          + taps[1] * line[start + 1]
          + taps[2] * line[start + 2]
          + taps[3] * line[start + 3];
    }

    /** The cubic B-spline at the four knots around a point, times 6, the gain of the filter. */
    private static double[] taps(double part) {
      double rest = 1 - part;
      return new double[] {
        rest * rest * rest,
        4 - 6 * part * part + 3 * part * part * part,
        4 - 6 * rest * rest + 3 * rest * rest * rest,
        part * part * part
      };
    }
  }
}
