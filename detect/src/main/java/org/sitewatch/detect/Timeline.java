package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a disturbance happened and when it was known. A satellite date is an interval.
 *
 * @param lastClearBefore last clear look without it, or null where no earlier clear look exists;
 *     read it by {@link #occurredFrom()}
 * @param occurredTo first valid look with it
 * @param firstSeen first look whose evidence passed the threshold
 * @param alertedOn the look at which it was raised, the first date of the trace
 * @param beforeScene scene of {@code lastClearBefore}, empty if there is none
 * @param afterScene the newest scene that shows it
 */
public record Timeline(
    LocalDate lastClearBefore,
    LocalDate occurredTo,
    LocalDate firstSeen,
    LocalDate alertedOn,
    LocalDate lastSeen,
    List<TracePoint> alertTrace,
    String beforeScene,
    String afterScene)
    implements Serializable {

  public Timeline {
    alertTrace = List.copyOf(alertTrace);
  }

  public Optional<LocalDate> occurredFrom() {
    return Optional.ofNullable(lastClearBefore);
  }
}
