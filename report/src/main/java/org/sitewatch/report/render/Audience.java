package org.sitewatch.report.render;

import java.util.Locale;

/** Who reads an output. The places of sites are what looters want, so public gets none. */
public enum Audience {
  /** All that is known, places too; for those who guard the sites. */
  RESTRICTED,
  /** Counts by cells of a fixed grid, see {@link PublicCells}. */
  PUBLIC;

  boolean isPublic() {
    return this == PUBLIC;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a file for this audience: one that is not for all eyes has no mark. */
  String fileName(String stem, String ending) {
    return this == RESTRICTED ? stem + "." + ending : stem + "." + label() + "." + ending;
  }
}
