package org.sitewatch.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.detect.change.Baseline;
import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.series.CubicShift;
import org.sitewatch.detect.series.PhaseCorrelation;
import org.sitewatch.detect.series.ShiftEstimate;
import org.sitewatch.detect.series.ShiftScreen;
import org.sitewatch.detect.series.SubpixelShift;

/**
 * Lays looks below the long history onto the ground of the site's first looks. One that lies half a
 * pixel aside or more is moved back; one that lies further aside than can be believed is set aside.
 * Nearer ones stay as they came: noise at edges allows for what they are off. The rule is in
 * docs/grids.md.
 */
final class FrameAlignment {
  /** The first looks, whose median is what all are measured against. */
  private static final int FRAME_LOOKS = 7;

  private static final double LEAST_SHIFT_PX = 0.5;
  static final double GREATEST_SHIFT_PX = 5;

  /** What both lack to be alike must shrink to this share, else it is no shift of the ground. */
  private static final double SHARE_LEFT = 0.92;

  /** Less alike, as a correlation, and it is not known what was laid onto what. */
  private static final double LEAST_LIKENESS = 0.5;

  private static final double PROBE_PX = 1;

  private static final float[][] NOT_KNOWN = {};

  private final ClearLooks looks;
  private final int width;
  private final int height;
  private final int[] bands;
  private final TreeMap<Integer, float[][]> moved = new TreeMap<>();
  private final LookShift[] shifts;
  private final boolean[] setAside;
  private final List<Integer> frame = new ArrayList<>();
  private float[] first;
  private float[][] ground = NOT_KNOWN;

  private FrameAlignment(ClearLooks looks) {
    this.looks = looks;
    width = looks.stack().grid().width();
    height = looks.stack().grid().height();
    bands = bands(looks.stack().bands());
    shifts = new LookShift[looks.stack().looks().size()];
    setAside = new boolean[shifts.length];
  }

  /** The same looks, laid; itself if all lie where they should, or are radar. */
  static ClearLooks of(ClearLooks looks) {
    if (looks.isRadar()) {
      return looks;
    }
    return new FrameAlignment(looks).aligned();
  }

  /** Those with contrast on land, else the first. */
  private static int[] bands(List<String> names) {
    int[] contrast =
        List.of("nir", "red", "green").stream()
            .mapToInt(names::indexOf)
            .filter(band -> band >= 0)
            .toArray();
    return contrast.length > 0 ? contrast : new int[] {0};
  }

  private ClearLooks aligned() {
    boolean any = false;
    for (int look = 0; look < shifts.length; look++) {
      shifts[look] = LookShift.NONE;
      if (looks.isUsable(look)) {
        place(look);
        any |= shifts[look].isMeasured() || setAside[look];
      }
    }
    return any ? looks.placed(looks.stack().withValues(moved), shifts, setAside) : looks;
  }

  private void place(int look) {
    if (frame.isEmpty()) {
      frame.add(look);
      first = seen(look, bands[0]);
      return;
    }
    if (!ShiftScreen.liesNear(seen(look, bands[0]), first, width, height)) {
      measure(look, seen(look));
    }
    if (frame.size() < FRAME_LOOKS && !setAside[look]) {
      frame.add(look);
      ground = NOT_KNOWN;
    }
  }

  private void measure(int look, float[][] seen) {
    float[][] ground = ground();
    ShiftEstimate near = SubpixelShift.estimate(seen, ground, looks.clear(look), width, height);
    double before = ShiftScreen.likeness(seen[0], ground[0], width, height);
    double dy = near.dy_px();
    double dx = near.dx_px();
    double likeness = near.usable() ? likeness(seen[0], ground[0], dy, dx) : before;
    boolean isFound = near.usable() && likeness > LEAST_LIKENESS;
    for (var peak :
        isFound
            ? List.<PhaseCorrelation.Peak>of()
            : PhaseCorrelation.find(seen[0], ground[0], width, height)) {
      float[][] back = back(seen, peak.dy_px(), peak.dx_px());
      double there = ShiftScreen.likeness(back[0], ground[0], width, height);
      if (there > likeness && Math.hypot(peak.dy_px(), peak.dx_px()) > PROBE_PX) {
        ShiftEstimate rest = SubpixelShift.estimate(back, ground, clear(back), width, height);
        dy = peak.dy_px() + (rest.usable() ? rest.dy_px() : 0);
        dx = peak.dx_px() + (rest.usable() ? rest.dx_px() : 0);
        likeness = there;
      }
    }
    boolean isBetter = likeness >= LEAST_LIKENESS && 1 - likeness <= SHARE_LEFT * (1 - before);
    if (!isBetter || Math.hypot(dy, dx) < LEAST_SHIFT_PX) {
      return;
    }
    var shift = new LookShift(FixedDecimals.of(dy), FixedDecimals.of(dx));
    shifts[look] = shift;
    setAside[look] = shift.length_px() > GREATEST_SHIFT_PX;
    if (!setAside[look]) {
      moved.put(look, movedBack(look, shift));
    }
  }

  private double likeness(float[] plane, float[] ground, double dy, double dx) {
    var out = new float[plane.length];
    CubicShift.shift(plane, ground, width, height, -dy, -dx, out);
    return ShiftScreen.likeness(out, ground, width, height);
  }

  private float[][] movedBack(int look, LookShift shift) {
    var planes = new float[looks.stack().bands().size()][width * height];
    for (int band = 0; band < planes.length; band++) {
      float[] plane = looks.stack().values(look, band);
      CubicShift.shift(plane, plane, width, height, -shift.dy_px(), -shift.dx_px(), planes[band]);
    }
    return planes;
  }

  /** Whole pixels; what comes from outside was not seen. */
  private float[][] back(float[][] planes, int dy, int dx) {
    var back = new float[planes.length][width * height];
    for (int band = 0; band < planes.length; band++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int y = row + dy;
          int x = column + dx;
          boolean inside = y >= 0 && x >= 0 && y < height && x < width;
          back[band][row * width + column] = inside ? planes[band][y * width + x] : Float.NaN;
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

  /** The bands with contrast, NaN where not clear. */
  private float[][] seen(int look) {
    var seen = new float[bands.length][];
    for (int band = 0; band < bands.length; band++) {
      seen[band] = seen(look, bands[band]);
    }
    return seen;
  }

  private float[] seen(int look, int band) {
    boolean[] clear = looks.clear(look);
    float[] values = values(look, band);
    var seen = new float[values.length];
    for (int pixel = 0; pixel < seen.length; pixel++) {
      seen[pixel] = clear[pixel] ? values[pixel] : Float.NaN;
    }
    return seen;
  }

  /** What the looks of the frame show, NaN where none of them is clear. */
  private float[][] ground() {
    if (ground.length == 0) {
      var clear = frame.stream().map(looks::clear).toArray(boolean[][]::new);
      var maps = new LinearMap[clear.length];
      Arrays.fill(maps, new LinearMap(0, 1));
      ground = new float[bands.length][width * height];
      for (int band = 0; band < bands.length; band++) {
        int ofStack = bands[band];
        var planes = frame.stream().map(look -> values(look, ofStack)).toArray(float[][]::new);
        Baseline.median(planes, clear, maps, ground[band]);
      }
    }
    return ground;
  }

  private float[] values(int look, int band) {
    float[][] laid = moved.get(look);
    return laid == null ? looks.stack().values(look, band) : laid[band];
  }
}
