package org.sitewatch.detect;

import java.util.Locale;

/** Looks laid onto the ground of the first ones, once they are asked for. */
final class PlacedLooks {
  private final ClearLooks asTheyCame;
  private ClearLooks placed;

  PlacedLooks(ClearLooks asTheyCame) {
    this.asTheyCame = asTheyCame;
  }

  ClearLooks get() {
    if (placed == null) {
      placed = FrameAlignment.of(asTheyCame);
    }
    return placed;
  }

  /** Whether a look that was asked for lies too far aside. */
  boolean isSetAside(int look) {
    return placed != null && placed.isSetAside(look);
  }

  /** What becomes of a look that was set aside. */
  LookOutcome failed(int look) {
    double shift_px = get().shift(look).length_px();
    double shift_m = shift_px * asTheyCame.stack().grid().pixelSize();
    var known = asTheyCame.look(look);
    return new LookOutcome.Failed(
        known.id(),
        known.date(),
        known.sensor(),
        String.format(
            Locale.ROOT,
            "scene '%s' shows the ground %.1f pixels (%.0f m) from where earlier looks show it,"
                + " at most %.0f can be taken back: correct its georeference and register it again",
            known.id(),
            shift_px,
            shift_m,
            FrameAlignment.GREATEST_SHIFT_PX));
  }
}
