package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.detect.series.ShiftEstimate;

/**
 * How far a look lay off the history of its site.
 *
 * @param dy_px rows downwards, NaN = not measured
 * @param dx_px columns to the right, NaN = not measured
 */
public record LookShift(double dy_px, double dx_px) implements Serializable {
  public static final LookShift NONE = new LookShift(Double.NaN, Double.NaN);

  static LookShift of(ShiftEstimate found) {
    return found.usable()
        ? new LookShift(FixedDecimals.of(found.dy_px()), FixedDecimals.of(found.dx_px()))
        : NONE;
  }

  public boolean isMeasured() {
    return !Double.isNaN(dy_px) && !Double.isNaN(dx_px);
  }

  /** NaN = not measured. */
  public double length_px() {
    return StrictMath.hypot(dy_px, dx_px);
  }

  /** Whether the look cannot be laid onto the history; not what was not measured. */
  public boolean isTooFar() {
    return length_px() > ShiftEstimate.GREATEST_PX;
  }
}
