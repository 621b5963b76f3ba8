package org.sitewatch.ingest.stac.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What scenes are wanted, but for the place.
 *
 * @param since scenes after this UTC day
 * @param until scenes up to this UTC day, empty for all
 * @param maxCloud_percent of a scene's own figure, empty for any
 * @param maxItems more than that are refused
 */
public record SearchQuestion(
    List<String> collections,
    LocalDate since,
    Optional<LocalDate> until,
    OptionalDouble maxCloud_percent,
    int maxItems) {

  public SearchQuestion {
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("at least one collection must be named");
    }
    if (until.isPresent() && !until.get().isAfter(since)) {
      throw new IllegalArgumentException(
          "no day is after " + since + " and not after " + until.get());
    }
    double cloud = maxCloud_percent.orElse(0);
    if (!(cloud >= 0 && cloud <= 100)) {
      throw new IllegalArgumentException("cloud must be 0 to 100 percent, got " + cloud);
    }
    if (maxItems < 1) {
      throw new IllegalArgumentException("items must be at least 1, got " + maxItems);
    }
    collections = List.copyOf(collections);
  }

  /** The first instant asked for. */
  Instant from() {
    return since.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  boolean covers(Instant datetime) {
    boolean late =
        until.isPresent()
            && !datetime.isBefore(until.get().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    return !datetime.isBefore(from()) && !late;
  }

  /** The interval as STAC APIs take it. */
  String datetime() {
    return from() + "/" + until.map(day -> day + "T23:59:59.999Z").orElse("..");
  }
}
