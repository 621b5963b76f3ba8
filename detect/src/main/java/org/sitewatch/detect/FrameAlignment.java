package org.sitewatch.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.detect.change.Baseline;
import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.series.CubicShift;
import org.sitewatch.detect.series.MovedMask;
import org.sitewatch.detect.series.PlaceSearch;
import org.sitewatch.detect.series.ShiftEstimate;
import org.sitewatch.detect.series.ShiftScreen;
import org.sitewatch.detect.series.SubpixelShift;
import org.sitewatch.sites.Sha256;

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

  private static final float[][] NOT_KNOWN = {};

  private final ClearLooks looks;
  private final KnowledgeShelf shelf;
  private final int width;
  private final int height;
  private final int[] bands;
  private final TreeMap<Integer, float[][]> moved = new TreeMap<>();
  private final TreeMap<Integer, boolean[]> movedClear = new TreeMap<>();
  private final LookShift[] shifts;
  private final boolean[] setAside;
  private final List<Integer> frame = new ArrayList<>();
  private Optional<String> frameWord = Optional.empty();
  private float[] first = {};
  private float[][] ground = NOT_KNOWN;

  private FrameAlignment(ClearLooks looks, KnowledgeShelf shelf) {
    this.looks = looks;
    this.shelf = shelf;
    width = looks.stack().grid().width();
    height = looks.stack().grid().height();
    bands = bands(looks.stack().bands());
    shifts = new LookShift[looks.stack().looks().size()];
    setAside = new boolean[shifts.length];
  }

  /**
   * The same looks, laid; itself if all lie where they should, or are radar.
   *
   * @param shelf knows of looks that were found to lie where they should, and is told of them
   */
  static ClearLooks of(ClearLooks looks, KnowledgeShelf shelf) {
    if (looks.isRadar()) {
      return looks;
    }
    return new FrameAlignment(looks, shelf).aligned();
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
    return any
        ? looks.placed(looks.stack().withValues(moved), movedClear, shifts, setAside)
        : looks;
  }

  private void place(int look) {
    if (frame.isEmpty()) {
      frame.add(look);
      return;
    }
    Optional<String> print = looks.stack().fingerprint(look);
    Optional<String> onto = print.flatMap(known -> frameInWords());
    boolean isKnown = onto.isPresent() && shelf.isKnownToLie(print.get(), onto.get());
    if (!isKnown && !ShiftScreen.liesNear(seen(look, bands[0]), first(), width, height)) {
      measure(look, seen(look));
    }
    if (!isKnown && onto.isPresent() && !moved.containsKey(look) && !setAside[look]) {
      shelf.keepThatItLies(print.get(), onto.get());
    }
    if (frame.size() < FRAME_LOOKS && !setAside[look]) {
      frame.add(look);
      ground = NOT_KNOWN;
      frameWord = Optional.empty();
    }
  }

  /** The looks of the frame with all that their pixels are made from; empty if one has no word. */
  private Optional<String> frameInWords() {
    if (frameWord.isEmpty()) {
      var prints =
          frame.stream().flatMap(look -> looks.stack().fingerprint(look).stream()).toList();
      if (prints.size() < frame.size()) {
        return Optional.empty();
      }
      String all = String.join(" ", prints);
      frameWord = Optional.of(Sha256.of(all.getBytes(StandardCharsets.US_ASCII)));
    }
    return frameWord;
  }

  /** The first look, in the band with the best contrast. */
  private float[] first() {
    if (first.length == 0) {
      first = seen(frame.get(0), bands[0]);
    }
    return first;
  }

  private void measure(int look, float[][] seen) {
    float[][] ground = ground();
    ShiftEstimate near =
        SubpixelShift.estimate(seen, ground, looks.clear(look), width, height, LEAST_SHIFT_PX);
    ShiftEstimate found = new PlaceSearch(seen, ground, width, height).from(near);
    if (!found.usable() || found.length_px() < LEAST_SHIFT_PX) {
      return;
    }
    var shift = LookShift.of(found);
    shifts[look] = shift;
    setAside[look] = shift.isTooFar();
    if (!setAside[look]) {
      moved.put(look, movedBack(look, shift));
      movedClear.put(
          look, MovedMask.of(looks.clear(look), width, height, shift.dy_px(), shift.dx_px()));
    }
  }

  private float[][] movedBack(int look, LookShift shift) {
    var planes = new float[looks.stack().bands().size()][width * height];
    for (int band = 0; band < planes.length; band++) {
      float[] plane = looks.stack().values(look, band);
      CubicShift.shift(plane, plane, width, height, -shift.dy_px(), -shift.dx_px(), planes[band]);
    }
    return planes;
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
    boolean[] clear = clear(look);
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
      var clear = frame.stream().map(this::clear).toArray(boolean[][]::new);
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

  /** Of a look that was moved: what hid its ground came along with it. */
  private boolean[] clear(int look) {
    boolean[] laid = movedClear.get(look);
    return laid == null ? looks.clear(look) : laid;
  }
}
