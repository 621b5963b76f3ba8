package org.sitewatch.detect.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * On which days a site's model is learnt: on 1 January, so that each season weighs the same, and in
 * the year in which the history grows long enough on the first day of a quarter. The calendar
 * decides and not the day a command runs, so that weekly runs and one replay judge alike.
 */
public final class RefitDays {
  private static final int LEAST_LOOKS = 12;
  private static final int LEAST_DAYS = 548;
  private static final int MONTHS_OF_QUARTER = 3;

  private RefitDays() {}

  /**
   * The day whose model judges a look: looks before that day are what it has learnt from.
   *
   * @param date of the look
   * @param clear days of the looks that can be learnt from, in order
   * @return empty while the history is not long
   */
  public static Optional<LocalDate> inForce(LocalDate date, List<LocalDate> clear) {
    LocalDate newYear = date.withDayOfYear(1);
    if (isLong(newYear, clear)) {
      return Optional.of(newYear);
    }
    for (LocalDate day = newYear.plusMonths(MONTHS_OF_QUARTER);
        !day.isAfter(date);
        day = day.plusMonths(MONTHS_OF_QUARTER)) {
      if (isLong(day, clear)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** At least 12 looks over at least a year and a half. */
  private static boolean isLong(LocalDate before, List<LocalDate> clear) {
    List<LocalDate> history = clear.stream().filter(day -> day.isBefore(before)).toList();
    return history.size() >= LEAST_LOOKS
        && ChronoUnit.DAYS.between(history.get(0), history.get(history.size() - 1)) >= LEAST_DAYS;
  }
}
