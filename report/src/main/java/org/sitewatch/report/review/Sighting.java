package org.sitewatch.report.review;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A disturbance as the report told of it that a verdict speaks about.
 *
 * @param runId the run of that report
 * @param firstSeen first look whose evidence passed the threshold
 * @param area_m2 geodesic; what growth is measured against
 */
public record Sighting(String runId, String siteId, LocalDate firstSeen, double area_m2)
    implements Serializable {

  public Sighting {
    if (!(area_m2 >= 0 && area_m2 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("area_m2 must be at least 0, got " + area_m2);
    }
  }
}
