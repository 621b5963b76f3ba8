package org.sitewatch.detect.series;

import java.util.List;

/**
 * How far the ground lies displaced in an image: a feature of the reference at (row, column) is
 * found at (row + dy, column + dx).
 *
 * @param sd_px standard deviation of the worse direction, infinite where nothing was measured
 * @param usable false = leave the image where it is; the displacement is then only a hint
 */
public record ShiftEstimate(double dy_px, double dx_px, double sd_px, boolean usable) {
  /** Further aside, a look is not moved but set aside. */
  public static final double GREATEST_PX = 5;

  static final ShiftEstimate NONE = new ShiftEstimate(0, 0, Double.POSITIVE_INFINITY, false);

  public ShiftEstimate {
    if (!Double.isFinite(dy_px) || !Double.isFinite(dx_px) || !(sd_px >= 0)) {
      throw new IllegalArgumentException(
          "no displacement: (" + dy_px + ", " + dx_px + ") px, sd " + sd_px);
    }
  }

  public double length_px() {
    return Math.hypot(dy_px, dx_px);
  }

  /** Whether a look that lies so is known to lie too far aside to be moved. */
  public boolean isTooFar() {
    return usable && length_px() > GREATEST_PX;
  }

  /** Mean of those that are usable and near, 0 if none is: a stray look is no part of it. */
  public static ShiftEstimate centre(List<ShiftEstimate> shifts) {
    List<ShiftEstimate> usable =
        shifts.stream().filter(shift -> shift.usable() && SubpixelShift.reaches(shift)).toList();
    double dy_px = usable.stream().mapToDouble(ShiftEstimate::dy_px).average().orElse(0);
    double dx_px = usable.stream().mapToDouble(ShiftEstimate::dx_px).average().orElse(0);
    return new ShiftEstimate(dy_px, dx_px, 0, !usable.isEmpty());
  }

  /** Against a reference that was moved. */
  public ShiftEstimate from(ShiftEstimate centre) {
    return new ShiftEstimate(dy_px - centre.dy_px, dx_px - centre.dx_px, sd_px, usable);
  }
}
