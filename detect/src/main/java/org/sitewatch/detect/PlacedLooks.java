package org.sitewatch.detect;

/** Looks laid onto the ground of the first ones, once they are asked for. */
final class PlacedLooks {
  private final ClearLooks asTheyCame;
  private final KnowledgeShelf shelf;
  private ClearLooks placed;

  PlacedLooks(ClearLooks asTheyCame, KnowledgeShelf shelf) {
    this.asTheyCame = asTheyCame;
    this.shelf = shelf;
  }

  ClearLooks get() {
    if (placed == null) {
      placed = FrameAlignment.of(asTheyCame, shelf);
    }
    return placed;
  }

  /** Whether a look that was asked for lies too far aside. */
  boolean isSetAside(int look) {
    return placed != null && placed.isSetAside(look);
  }
}
