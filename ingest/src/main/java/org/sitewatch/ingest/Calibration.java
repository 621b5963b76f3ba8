package org.sitewatch.ingest;

import java.io.Serializable;

/**
 * From raw code to number: {@code value = code * scale + offset}.
 *
 * @param scale not 0
 * @param nodata the code that means "no data", NaN if there is none
 * @param declared whether scale and offset were given by the source, so that values are physical
 * @param decibel whether the numbers are decibels, to be made linear
 */
public record Calibration(
    double scale, double offset, double nodata, boolean declared, boolean decibel)
    implements Serializable {

  /** Raw codes as they are; every code is data. */
  public static final Calibration NONE = new Calibration(1, 0, Double.NaN, false, false);

  public Calibration {
    if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(offset)) {
      throw new IllegalArgumentException(
          "scale must be finite and not 0 and offset finite, got " + scale + " and " + offset);
    }
  }

  /** Linear numbers of a source that says what its codes mean. */
  public static Calibration declared(double scale, double offset, double nodata) {
    return new Calibration(scale, offset, nodata, true, false);
  }
}
