package org.sitewatch.cli.demo;

import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.detect.Status;

/**
 * One reported disturbance.
 *
 * @param raised the day of the look that raised it
 * @param area local metres
 */
record Reported(
    String id, String siteId, String siteName, LocalDate raised, String status, Geometry area) {

  private static final double SHARE_ON_TARGET = 0.25;

  /** Whether at least a quarter of it lies on or within 12 m of something planted. */
  boolean liesOn(Planted planted) {
    if (!area.getEnvelopeInternal().intersects(planted.near().getEnvelopeInternal())) {
      return false;
    }
    return area.intersection(planted.near()).getArea() >= SHARE_ON_TARGET * area.getArea();
  }

  /** Whether more than one look showed it, as far as the last report that has it knows. */
  boolean seenAgain() {
    return !status.equals(Status.FIRST.label()) && !isDismissed();
  }

  /** Whether later looks showed that nothing is there. */
  boolean isDismissed() {
    return status.equals(Status.DISMISSED.label());
  }

  /** Whether it lies on one of the sites with three years of looks. */
  boolean isOnLongWatchedSite() {
    return SitePlan.isLongWatched(siteId);
  }

  /** Id, status and place in words. */
  String label() {
    return id + " (" + status + ", " + siteName + ")";
  }
}
