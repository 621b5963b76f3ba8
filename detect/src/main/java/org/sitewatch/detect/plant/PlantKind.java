package org.sitewatch.detect.plant;

import java.util.List;
import java.util.Locale;

/**
 * What can be planted, and in which sizes. The size is the area of ground within its outline, m²:
 * of a field of pits the whole field, of a trench also its spoil.
 */
public enum PlantKind {
  CLEARING("clearings", 50, 100, 200, 400, 800, 1600),
  PITS_3M("pit fields (pits of 3 m)", 400, 800, 1600, 3200),
  PITS_6M("pit fields (pits of 6.5 m)", 400, 800, 1600, 3200),
  TRENCH("trenches 3 m wide with spoil", 100, 200, 400),
  TRACK("tracks 5 m wide", 125, 250, 500, 1000, 2000),
  CONSTRUCTION("bright roofs", 50, 100, 200, 400),
  PLOUGHING("ploughed plots", 400, 800, 1600, 3200);

  private final String plural;
  private final List<Integer> sizes_m2;

  PlantKind(String plural, Integer... sizes_m2) {
    this.plural = plural;
    this.sizes_m2 = List.of(sizes_m2);
  }

  /** The word used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in a sentence. */
  public String plural() {
    return plural;
  }

  /** Smallest first. */
  public List<Integer> sizes_m2() {
    return sizes_m2;
  }
}
