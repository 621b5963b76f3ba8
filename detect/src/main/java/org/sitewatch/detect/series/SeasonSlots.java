package org.sitewatch.detect.series;

import java.util.stream.IntStream;

/**
 * Twelve equal slots of the tropical year, counted from 1 January 1970 (days since then, modulo
 * 365.25). A look lies in one slot, and lends its spread to every slot whose centre is less than 45
 * days away.
 */
final class SeasonSlots {
  static final int COUNT = 12;
  private static final double YEAR_DAYS = 365.25;
  private static final double REACH_DAYS = 45;

  private SeasonSlots() {}

  /** The slot a day lies in, 0 to 11. */
  static int of(double day) {
    return Math.min((int) (phase(day) / YEAR_DAYS * COUNT), COUNT - 1);
  }

  /** The slots a day lends its spread to, in order. */
  static int[] near(double day) {
    double phase = phase(day);
    return IntStream.range(0, COUNT)
        .filter(slot -> apart(phase, (slot + 0.5) * YEAR_DAYS / COUNT) < REACH_DAYS)
        .toArray();
  }

  private static double phase(double day) {
    return day - YEAR_DAYS * Math.floor(day / YEAR_DAYS);
  }

  private static double apart(double one, double other) {
    double direct = Math.abs(one - other);
    return Math.min(direct, YEAR_DAYS - direct);
  }
}
