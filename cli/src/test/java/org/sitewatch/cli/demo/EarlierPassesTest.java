package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EarlierPassesTest {
  private static final LocalDate REFIT_DAY = LocalDate.of(2024, 1, 1);

  @Test
  void cornerHasThreeYearsBeforeTheScannedWeeks() {
    var first = EarlierPasses.plan().get(0).date();
    assertTrue(first.plusYears(3).isBefore(LocalDate.of(2024, 9, 9)), first.toString());
  }

  @Test
  void fiftyPassesLieBeforeTheRefitDayMostOfThemClear() {
    var before =
        Stream.concat(EarlierPasses.plan().stream(), Acquisition.plan().stream())
            .filter(pass -> pass.date().isBefore(REFIT_DAY))
            .toList();
    assertTrue(before.size() >= 50, before.size() + " passes");
    long clear = before.stream().filter(p -> p.cloudCover() < 0.3 && p.snow() < 0.3).count();
    assertTrue(clear >= 40, clear + " clear passes");
  }

  @Test
  void noPassFallsOnTheDayOfAnother() {
    var days =
        Stream.concat(EarlierPasses.plan().stream(), Acquisition.plan().stream())
            .map(Acquisition::id)
            .toList();
    assertEquals(days.size(), days.stream().collect(Collectors.toSet()).size());
  }

  @Test
  void wholeValleyHasNoHistoryLongEnoughForASeason() {
    var plan = Acquisition.plan();
    var last = plan.get(plan.size() - 1).date();
    assertTrue(ChronoUnit.DAYS.between(plan.get(0).date(), last) < 548);
  }

  @Test
  void nothingPlantedWhereLooksAreManyBeginsBeforeTheScannedWeeks() {
    var last = EarlierPasses.plan().get(EarlierPasses.plan().size() - 1).date();
    for (var event : EventPlan.events()) {
      if (SitePlan.isLongWatched(event.siteId())) {
        assertFalse(event.firstDay().isBefore(last), event.id());
      }
    }
  }
}
