package org.sitewatch.detect.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Displacement of an image against a reference of the same ground, to the pixel, wherever it lies:
 * the peak of the inverse transform of the normalised cross power. For looks that lie too far aside
 * for {@link SubpixelShift}; masked pixels and gaps carry the mean, the window is tapered.
 *
 * <p>Kuglin &amp; Hines 1975; reliability as Scheffler et al. 2017 (AROSICS) define it.
 */
public final class PhaseCorrelation {
  private static final int LARGEST_PX = 128;
  private static final int SMALLEST_PX = 32;

  /** Of 100: how far the peak stands out of the rest. */
  private static final double LEAST_RELIABILITY = 30;

  private static final int MOST_PEAKS = 4;

  /** A peak is so many pixels wide. */
  private static final int NEAR = 3;

  private PhaseCorrelation() {}

  /** Whole pixels the image lies below and to the right of the reference. */
  public record Peak(int dy_px, int dx_px) {}

  /**
   * Places that stand out, the highest first: ground that repeats itself has several, and only one
   * of them is where the image lies.
   *
   * @param image NaN = not seen
   * @param reference likewise
   * @return none if the window is too small
   */
  public static List<Peak> find(float[] image, float[] reference, int width, int height) {
    int side = Integer.highestOneBit(Math.min(LARGEST_PX, Math.min(width, height)));
    var peaks = new ArrayList<Peak>();
    if (side < SMALLEST_PX) {
      return peaks;
    }
    double[] power =
        crossPower(
            window(image, width, height, side), window(reference, width, height, side), side);
    while (peaks.size() < MOST_PEAKS) {
      int peak = highest(power);
      if (reliability(power, peak, side) < LEAST_RELIABILITY) {
        return peaks;
      }
      int dy = peak / side;
      int dx = peak % side;
      peaks.add(new Peak(dy > side / 2 ? dy - side : dy, dx > side / 2 ? dx - side : dx));
      for (int i = 0; i < NEAR * NEAR; i++) {
        int row = Math.floorMod(dy + i / NEAR - 1, side);
        power[row * side + Math.floorMod(dx + i % NEAR - 1, side)] = 0;
      }
    }
    return peaks;
  }

  private static int highest(double[] power) {
    int peak = 0;
    for (int i = 1; i < power.length; i++) {
      peak = power[i] > power[peak] ? i : peak;
    }
    return peak;
  }

  /** The middle of a plane as complex numbers, less its mean, tapered to nothing at the border. */
  private static double[] window(float[] plane, int width, int height, int side) {
    int left = (width - side) / 2;
    int top = (height - side) / 2;
    double sum = 0;
    int count = 0;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        float value = plane[(top + row) * width + left + column];
        sum += Float.isFinite(value) ? value : 0;
        count += Float.isFinite(value) ? 1 : 0;
      }
    }
    var window = new double[2 * side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        float value = plane[(top + row) * width + left + column];
        double taper = hann(row, side) * hann(column, side);
        window[2 * (row * side + column)] =
            Float.isFinite(value) ? taper * (value - sum / count) : 0;
      }
    }
    return window;
  }

  private static double hann(int place, int side) {
    return 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (place + 0.5) / side);
  }

  private static double[] crossPower(double[] image, double[] reference, int side) {
    FourierTransform.forward(image, side);
    FourierTransform.forward(reference, side);
    for (int i = 0; i < image.length; i += 2) {
      double real = image[i] * reference[i] + image[i + 1] * reference[i + 1];
      double imaginary = image[i + 1] * reference[i] - image[i] * reference[i + 1];
      double length = Math.sqrt(real * real + imaginary * imaginary);
      image[i] = length > 0 ? real / length : 0;
      image[i + 1] = length > 0 ? -imaginary / length : 0; // conjugate: the way back
    }
    FourierTransform.forward(image, side);
    var power = new double[side * side];
    for (int i = 0; i < power.length; i++) {
      power[i] = Math.sqrt(image[2 * i] * image[2 * i] + image[2 * i + 1] * image[2 * i + 1]);
    }
    return power;
  }

  private static double reliability(double[] power, int peak, int side) {
    double near = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < power.length; i++) {
      int dy = Math.floorMod(i / side - peak / side + 1, side);
      int dx = Math.floorMod(i % side - peak % side + 1, side);
      if (dy < NEAR && dx < NEAR) {
        near += power[i] / (NEAR * NEAR);
      } else {
        sum += power[i];
        squares += power[i] * power[i];
      }
    }
    int rest = power.length - NEAR * NEAR;
    double mean = sum / rest;
    double sd = Math.sqrt(Math.max(0, squares / rest - mean * mean));
    return near > 0 ? 100 - 100 * (mean + 2 * sd) / near : 0;
  }
}
