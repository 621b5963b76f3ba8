package org.sitewatch.detect;

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
}
