package org.sitewatch.report.render;

import java.util.Locale;

/** Who reads an output. The places of sites are what looters want, so public gets none. */
public enum Audience {
  /** All that is known; for those who guard the sites. */
  FULL,
  /** Counts by cells of a fixed grid, see {@link PublicCells}. */
  PUBLIC;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a file for this audience: one that is not for all eyes has no mark. */
  String fileName(String stem, String ending) {
    return this == FULL ? stem + "." + ending : stem + "." + label() + "." + ending;
  }
}
