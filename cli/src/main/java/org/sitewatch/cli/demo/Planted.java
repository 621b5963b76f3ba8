package org.sitewatch.cli.demo;

import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of the truth.
 *
 * @param near its footprint and 12 m around, local metres
 * @param siteName empty if it lies on no site
 * @param looksInSight on how many passes it stood and could be seen
 */
record Planted(
    String kind,
    Event.Role role,
    String siteId,
    String siteName,
    LocalDate start,
    int looksInSight,
    Geometry near) {

  /** Whether it lies on one of the sites with three years of looks. */
  boolean isOnLongWatchedSite() {
    return SitePlan.isLongWatched(siteId);
  }

  /** Kind and place in words. */
  String label() {
    return siteName.isEmpty() ? kind + " beside the sites" : kind + " at " + siteName;
  }
}
