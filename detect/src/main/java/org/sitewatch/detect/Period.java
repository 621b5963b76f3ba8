package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;

/** The looks a run judges: after {@code since}, up to and with {@code until}; whole UTC days. */
public record Period(LocalDate since, LocalDate until) implements Serializable {

  public Period {
    if (!since.isBefore(until)) {
      throw new IllegalArgumentException(since + " must be before " + until);
    }
  }

  public boolean contains(LocalDate date) {
    return date.isAfter(since) && !date.isAfter(until);
  }
}
