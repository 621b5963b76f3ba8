package org.sitewatch.detect.series;

import java.util.List;

/**
 * Where the ground lies in an image that {@link SubpixelShift} alone cannot place: phase
 * correlation names places, Lucas-Kanade measures the rest, and what makes both alike is believed.
 * The rule is in docs/grids.md.
 */
public final class PlaceSearch {
  /** What both lack to be alike must shrink to this share, else it is no shift of the ground. */
  private static final double SHARE_LEFT = 0.92;

  /** Less alike, as a correlation, and it is not known what was laid onto what. */
  private static final double LEAST_LIKENESS = 0.5;

  private static final double PROBE_PX = 1;

  /** Of a place known to the pixel: that of a value anywhere between two of them. */
  private static final double WHOLE_PIXEL_SD_PX = 0.29;

  private final float[][] seen;
  private final float[][] ground;
  private final int width;
  private final int height;

  /**
   * @param seen [band][pixel], the band with the best contrast first; NaN = not seen clear
   * @param ground the same bands; NaN = not known
   */
  public PlaceSearch(float[][] seen, float[][] ground, int width, int height) {
    this.seen = seen;
    this.ground = ground;
    this.width = width;
    this.height = height;
  }

  /**
   * @param near what {@link SubpixelShift} says of the same planes, usable or not, cut short or not
   * @return usable only if believed; may be longer than {@link ShiftEstimate#GREATEST_PX}
   */
  public ShiftEstimate from(ShiftEstimate near) {
    double before = ShiftScreen.likeness(seen[0], ground[0], width, height);
    double likeness = near.usable() ? likeness(near.dy_px(), near.dx_px()) : before;
    ShiftEstimate best = near;
    boolean isFound = near.usable() && likeness > LEAST_LIKENESS;
    for (var peak :
        isFound
            ? List.<PhaseCorrelation.Peak>of()
            : PhaseCorrelation.find(seen[0], ground[0], width, height)) {
      float[][] back = back(peak.dy_px(), peak.dx_px());
      double there = ShiftScreen.likeness(back[0], ground[0], width, height);
      if (there > likeness && Math.hypot(peak.dy_px(), peak.dx_px()) > PROBE_PX) {
        best = refined(peak, back);
        likeness = there;
      }
    }
    boolean isBetter = likeness >= LEAST_LIKENESS && 1 - likeness <= SHARE_LEFT * (1 - before);
    return isBetter
        ? new ShiftEstimate(best.dy_px(), best.dx_px(), best.sd_px(), true)
        : ShiftEstimate.NONE;
  }

  private ShiftEstimate refined(PhaseCorrelation.Peak peak, float[][] back) {
    ShiftEstimate rest = SubpixelShift.estimate(back, ground, clear(back), width, height);
    return rest.usable()
        ? new ShiftEstimate(
            peak.dy_px() + rest.dy_px(), peak.dx_px() + rest.dx_px(), rest.sd_px(), true)
        : new ShiftEstimate(peak.dy_px(), peak.dx_px(), WHOLE_PIXEL_SD_PX, true);
  }

  /** Moved back along its spline. */
  private double likeness(double dy, double dx) {
    var out = new float[seen[0].length];
    CubicShift.shift(seen[0], ground[0], width, height, -dy, -dx, out);
    return ShiftScreen.likeness(out, ground[0], width, height);
  }

  /** Whole pixels; what comes from outside was not seen. */
  private float[][] back(int dy, int dx) {
    var back = new float[seen.length][width * height];
    for (int band = 0; band < seen.length; band++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int y = row + dy;
          int x = column + dx;
          boolean inside = y >= 0 && x >= 0 && y < height && x < width;
          back[band][row * width + column] = inside ? seen[band][y * width + x] : Float.NaN;
        }
      }
    }
    return back;
  }

  private static boolean[] clear(float[][] planes) {
    var clear = new boolean[planes[0].length];
    for (int pixel = 0; pixel < clear.length; pixel++) {
      clear[pixel] = Float.isFinite(planes[0][pixel]);
    }
    return clear;
  }
}
