package org.sitewatch.detect.plant;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The detection floors of a site as they are kept.
 *
 * @param settings that the answer hangs on, by name
 */
public record KeptFloors(SiteFloors site, SortedMap<String, String> settings) {
  public KeptFloors {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
