package org.sitewatch.report.review;

import java.io.Serializable;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sitewatch.detect.Disturbance;

/**
 * Works with leave at a site: a licensed dig, restoration, a road.
 *
 * @param from first day
 * @param to last day, or {@link LocalDate#MAX} where none is given
 * @param place WGS84 lon/lat; what lies in it may be of these works
 * @param permit what the registry calls them; may be empty
 */
record AuthorisedWorks(LocalDate from, LocalDate to, Geometry place, String permit)
    implements Serializable {
  /** Of a disturbance's area that has to lie in the place. */
  static final double LEAST_SHARE = 0.5;

  AuthorisedWorks {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("works_from " + from + " is after works_to " + to);
    }
  }

  /**
   * Whether a disturbance may be of these works: half of it lies in their place, and the days
   * between which it happened have one in common with theirs.
   */
  boolean explain(Disturbance disturbance) {
    LocalDate latest = disturbance.timeline().occurredTo();
    LocalDate earliest = disturbance.timeline().occurredFrom().orElse(latest);
    return !latest.isBefore(from) && !earliest.isAfter(to) && holds(disturbance.outline());
  }

  private boolean holds(MultiPolygon outline) {
    if (!place.getEnvelopeInternal().intersects(outline.getEnvelopeInternal())) {
      return false;
    }
    double inside = OverlayNGRobust.overlay(outline, place, OverlayNG.INTERSECTION).getArea();
    return inside >= LEAST_SHARE * outline.getArea();
  }

  /** What and when, for a sentence. */
  String told() {
    String days = to.equals(LocalDate.MAX) ? "from " + from + " on" : from + " to " + to;
    return permit.isEmpty() ? days : "'" + permit + "', " + days;
  }
}
