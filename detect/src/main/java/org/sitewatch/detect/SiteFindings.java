package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a run has to say of one site.
 *
 * @param disturbances alive at any look of the period, also those finished by its end
 * @param outcomes one for every look of the period whose footprint meets the site, in order of
 *     time; a site with no scene at all gets one {@link LookOutcome.Unseen}
 * @param lastClearLook newest look up to the end of the period that saw the site clear, or null if
 *     there never was one; read it by {@link #lastClear()}
 * @param droppedUnconfirmed first and provisional disturbances that turned out clean
 * @param paddingObjects objects outside the zones, counted only
 * @param budget as it was held at the newest look that trees judged
 */
public record SiteFindings(
    String siteId,
    List<Disturbance> disturbances,
    List<LookOutcome> outcomes,
    LocalDate lastClearLook,
    int droppedUnconfirmed,
    int paddingObjects,
    HeldBudget budget)
    implements Serializable {

  public SiteFindings {
    disturbances = List.copyOf(disturbances);
    outcomes = List.copyOf(outcomes);
  }

  public Optional<LocalDate> lastClear() {
    return Optional.ofNullable(lastClearLook);
  }
}
