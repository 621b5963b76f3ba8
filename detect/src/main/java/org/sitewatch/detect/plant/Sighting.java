package org.sitewatch.detect.plant;

/**
 * What became of one planting.
 *
 * @param raisedAfter clear looks until an alert was raised on it, that look included; 0 = none was
 */
public record Sighting(Planting.Cell cell, int raisedAfter) {
  public Sighting {
    if (raisedAfter < 0) {
      throw new IllegalArgumentException("looks must be >= 0, got " + raisedAfter);
    }
  }

  boolean isSeen() {
    return raisedAfter > 0;
  }
}
