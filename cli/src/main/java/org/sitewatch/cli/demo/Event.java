package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Something that happens on the simulated ground.
 *
 * @param siteId the site it lies on, empty if on none
 * @param lastDay {@link LocalDate#MAX} if it stays
 * @param growthDays until it has its full strength; 0 = at once
 */
record Event(
    String id,
    String siteId,
    Kind kind,
    Role role,
    LocalDate firstDay,
    LocalDate lastDay,
    int growthDays,
    List<Layer> layers) {

  /** What it is. */
  enum Kind {
    PITS,
    LEVELLING,
    TRACK,
    BUILDING,
    PLOUGHING,
    QUARRY,
    MISSED_CLOUD,
    MISSED_SHADOW,
    DUST,
    REGIONAL_GREEN_UP,
    AUTHORISED_IRRIGATION;

    /** The word used in files. */
    String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /** What a scan should make of it. */
  enum Role {
    /** A disturbance on a site in the scanned weeks: to be found. */
    NEW,
    /** Happened before the scanned weeks: not to be reported as new. */
    OLD,
    /** A real change outside every site: no concern. */
    OFF_SITE,
    /** No disturbance at all. */
    DECOY;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Event {
    layers = List.copyOf(layers);
  }

  /** Strength on a day, 0 to 1. */
  double strengthOn(LocalDate day) {
    if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
      return 0;
    }
    double age_days = ChronoUnit.DAYS.between(firstDay, day);
    return Math.min(1, (age_days + 4) / (growthDays + 4));
  }

  /** All its layers together, UTM metres. */
  Geometry footprint() {
    return UnaryUnionOp.union(layers.stream().map(Layer::area).toList());
  }
}
