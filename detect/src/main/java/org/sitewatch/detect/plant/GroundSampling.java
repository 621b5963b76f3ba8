package org.sitewatch.detect.plant;

import java.util.List;

/**
 * How a sensor lays the ground onto the grid of a stack.
 *
 * @param pixel_m side of a pixel of the grid, on the ground
 * @param nativePixels by band: the side of its own pixels in pixels of the grid, at least 1
 * @param shifts by look: how far it shows the ground displaced
 */
public record GroundSampling(double pixel_m, List<Double> nativePixels, List<Shift> shifts) {

  /**
   * @param dy_px downwards
   * @param dx_px to the right
   */
  public record Shift(double dy_px, double dx_px) {
    public static final Shift NONE = new Shift(0, 0);
  }

  public GroundSampling {
    if (!(pixel_m > 0)) {
      throw new IllegalArgumentException("pixels must have a size, got " + pixel_m + " m");
    }
    nativePixels = List.copyOf(nativePixels);
    shifts = List.copyOf(shifts);
  }

  Shift shift(int look) {
    return shifts.get(look);
  }
}
