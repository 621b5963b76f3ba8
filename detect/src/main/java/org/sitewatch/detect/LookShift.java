package org.sitewatch.detect;

import java.io.Serializable;

/**
 * How far a look lay off the history of its site.
 *
 * @param dy_px rows downwards, NaN = not measured
 * @param dx_px columns to the right, NaN = not measured
 */
public record LookShift(double dy_px, double dx_px) implements Serializable {
  public static final LookShift NONE = new LookShift(Double.NaN, Double.NaN);

  public boolean isMeasured() {
    return !Double.isNaN(dy_px) && !Double.isNaN(dx_px);
  }

  /** NaN = not measured. */
  public double length_px() {
    return StrictMath.hypot(dy_px, dx_px);
  }
}
