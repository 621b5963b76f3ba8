package org.sitewatch.detect.series;

/**
 * How far the ground lies displaced in an image: a feature of the reference at (row, column) is
 * found at (row + dy, column + dx).
 *
 * @param sd_px standard deviation of the worse direction, infinite where nothing was measured
 * @param usable false = leave the image where it is; the displacement is then only a hint
 */
public record ShiftEstimate(double dy_px, double dx_px, double sd_px, boolean usable) {

  static final ShiftEstimate NONE = new ShiftEstimate(0, 0, Double.POSITIVE_INFINITY, false);

  public ShiftEstimate {
    if (!Double.isFinite(dy_px) || !Double.isFinite(dx_px) || !(sd_px >= 0)) {
      throw new IllegalArgumentException(
          "no displacement: (" + dy_px + ", " + dx_px + ") px, sd " + sd_px);
    }
  }
}
