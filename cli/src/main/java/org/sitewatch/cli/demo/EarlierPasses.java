package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The passes that saw only the valley's corner: every twelve days from spring to autumn over three
 * and a half years. Where a pass over the whole valley falls within some days, that one serves.
 */
final class EarlierPasses {
  private static final LocalDate FROM = LocalDate.of(2021, 3, 22);
  private static final LocalDate UNTIL = LocalDate.of(2024, 9, 4);
  private static final int EVERY_DAYS = 12;

  /** In winter the valley lies under snow. */
  private static final int FIRST_DAY_OF_YEAR = 78;

  private static final int LAST_DAY_OF_YEAR = 302;

  /** Until then snow may fall and stay some days. */
  private static final int SNOW_UNTIL_DAY_OF_YEAR = 102;

  private static final int SERVED_DAYS = 5;

  private EarlierPasses() {}

  /** First to last. */
  static List<Acquisition> plan() {
    var passes = new ArrayList<Acquisition>();
    for (var date = FROM; date.isBefore(UNTIL); date = date.plusDays(EVERY_DAYS)) {
      int day = date.getDayOfYear();
      if (day >= FIRST_DAY_OF_YEAR && day <= LAST_DAY_OF_YEAR && !isServed(date)) {
        passes.add(on(date));
      }
    }
    return passes;
  }

  private static boolean isServed(LocalDate date) {
    return Acquisition.plan().stream()
        .anyMatch(pass -> Math.abs(ChronoUnit.DAYS.between(pass.date(), date)) < SERVED_DAYS);
  }

  /** A day in four is cloudy. */
  private static Acquisition on(LocalDate date) {
    long day = CounterNoise.key(CounterNoise.key(DemoWorld.SEED, "weather"), date.toEpochDay());
    boolean isCloudy = CounterNoise.uniform(day, 1, 0, 1) < 0.25;
    double cloud = CounterNoise.uniform(day, 2, isCloudy ? 0.2 : 0, isCloudy ? 0.7 : 0.15);
    double moisture = CounterNoise.uniform(day, 5, 0.05, isCloudy ? 0.6 : 0.3);
    boolean isSnowy =
        date.getDayOfYear() < SNOW_UNTIL_DAY_OF_YEAR && CounterNoise.uniform(day, 6, 0, 1) < 0.5;
    return new Acquisition(
        date,
        cloud,
        CounterNoise.uniform(day, 3, 0, 0.12),
        CounterNoise.uniform(day, 4, 0.004, isCloudy ? 0.03 : 0.016),
        moisture,
        isSnowy ? CounterNoise.uniform(day, 7, 0.1, 0.8) : 0,
        false);
  }
}
