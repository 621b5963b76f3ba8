package org.sitewatch.detect.series;

import java.util.Arrays;

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
    var seen = new boolean[plane.length];
    double mean = meanOfSeen(plane);
    if (Double.isNaN(mean)) {
      System.arraycopy(plane, 0, out, 0, plane.length);
      return;
    }
    for (int i = 0; i < plane.length; i++) {
      seen[i] = !Float.isNaN(plane[i]);
      filled[i] =
          !Float.isNaN(plane[i]) ? plane[i] : !Float.isNaN(fill[i]) ? fill[i] : (float) mean;
    }
    move(filled, SeenPart.ofPixels(seen, width, height), dy_px, dx_px, filled);
    for (int i = 0; i < plane.length; i++) {
      out[i] = Float.isNaN(plane[i]) ? Float.NaN : filled[i];
    }
  }

  /** As {@link #shift} for a plane without NaN. */
  static void move(float[] plane, int width, int height, double dy_px, double dx_px, float[] out) {
    move(plane, SeenPart.whole(width, height), dy_px, dx_px, out);
  }

  /**
   * The same of a part of the plane only; the rest of {@code out} is left as it is. The spline goes
   * through all of the plane; of rows that are equal, as outside of an image, one is enough.
   */
  static void move(float[] plane, SeenPart part, double dy_px, double dx_px, float[] out) {
    int width = part.width();
    int height = part.height();
    var lineOf = new int[height];
    for (int y = 1; y < height; y++) {
      int above = (y - 1) * width;
      boolean isSame =
          Arrays.equals(plane, above, above + width, plane, above + width, above + 2 * width);
      lineOf[y] = lineOf[y - 1] + (isSame ? 0 : 1);
    }
    int lines = lineOf[height - 1] + 1;
    var rows = new SplineLines(width, lines, dx_px);
    for (int x = 0; x < width; x++) {
      double[] place = rows.at(x);
      for (int y = 0; y < height; y++) {
        place[lineOf[y]] = plane[y * width + x];
      }
    }
    rows.fit();
    var columns = new SplineLines(height, part.columns(), dy_px);
    var moved = new double[Math.max(lines, part.columns())];
    for (int x = 0; x < part.columns(); x++) {
      rows.read(part.left() + x, moved);
      for (int y = 0; y < height; y++) {
        columns.at(y)[x] = moved[lineOf[y]];
      }
    }
    columns.fit();
    for (int y = part.top(); y < part.top() + part.rows(); y++) {
      columns.read(y, moved);
      int to = y * width + part.left();
      for (int x = 0; x < part.columns(); x++) {
        out[to + x] = (float) moved[x];
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

  /**
   * All rows or all columns at once: values in, spline coefficients, values a fixed distance away
   * out. The recursion goes from place to place, each step over all lines, which the JVM
   * vectorises.
   */
  private static final class SplineLines {
    private final int lines;
    private final int wholeSteps;
    private final double[] taps;

    /** [margin and place][line] */
    private final double[][] places;

    SplineLines(int length, int lines, double shift_px) {
      this.lines = lines;
      wholeSteps = (int) Math.floor(-shift_px);
      taps = taps(-shift_px - wholeSteps);
      places = new double[length + 2 * MARGIN][lines];
    }

    /** The values of all lines at a place, to be filled. */
    double[] at(int place) {
      return places[MARGIN + place];
    }

    void fit() {
      int end = places.length - 1;
      double[] last = places[end - MARGIN].clone();
      for (int i = 0; i < MARGIN; i++) {
        System.arraycopy(places[MARGIN], 0, places[i], 0, lines);
        System.arraycopy(last, 0, places[end - i], 0, lines);
      }
      for (int line = 0; line < lines; line++) {
        places[0][line] += POLE * (places[0][line] / (1 - POLE));
      }
      for (int i = 1; i <= end; i++) {
        forward(places[i - 1], places[i]);
      }
      for (int line = 0; line < lines; line++) {
        double level = last[line] / (1 - POLE);
        double rest = (places[end][line] - level) / (1 - POLE * POLE);
        places[end][line] = -POLE * (level / (1 - POLE) + rest);
      }
      for (int i = end - 1; i >= 0; i--) {
        backward(places[i + 1], places[i]);
      }
    }

    private static void forward(double[] before, double[] here) {
      for (int line = 0; line < here.length; line++) {
        here[line] += POLE * before[line];
      }
    }

    private static void backward(double[] after, double[] here) {
      for (int line = 0; line < here.length; line++) {
        here[line] = POLE * (after[line] - here[line]);
      }
    }

    /** The values of all lines at the shifted place. */
    void read(int place, double[] out) {
      int start = MARGIN + place + wholeSteps - 1;
      start = Math.max(0, Math.min(places.length - 4, start));
      double[] a = places[start];
      double[] b = places[start + 1];
      double[] c = places[start + 2];
      double[] d = places[start + 3];
      double tapA = taps[0];
      double tapB = taps[1];
      double tapC = taps[2];
      double tapD = taps[3];
      for (int line = 0; line < lines; line++) {
        out[line] = tapA * a[line] + tapB * b[line] + tapC * c[line] + tapD * d[line];
      }
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
