package org.sitewatch.detect.plant;

import java.io.Serializable;

/**
 * How many plantings of one size were seen.
 *
 * @param medianLooks clear looks until the seen ones were raised, NaN if none was
 */
public record SizeShare(int area_m2, int planted, int seen, double medianLooks)
    implements Serializable {

  public SizeShare {
    if (seen < 0 || seen > planted) {
      throw new IllegalArgumentException(seen + " seen of " + planted + " planted");
    }
  }

  /** 0 to 1, NaN where nothing could be planted. */
  public double share() {
    return planted == 0 ? Double.NaN : (double) seen / planted;
  }
}
