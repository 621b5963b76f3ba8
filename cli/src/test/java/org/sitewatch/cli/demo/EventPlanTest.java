package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventPlanTest {
  private static final Map<String, DemoSite> SITES =
      SitePlan.sites().stream().collect(Collectors.toMap(DemoSite::id, Function.identity()));

  @Test
  void everythingPlannedForASiteLiesOnIt() {
    for (var event : EventPlan.events()) {
      if (!event.siteId().isEmpty()) {
        var site = SITES.get(event.siteId());
        double inside = event.footprint().intersection(site.area()).getArea();
        assertTrue(inside > 0.6 * event.footprint().getArea(), event.id() + " " + site.id());
      }
    }
  }

  @Test
  void changesBesideTheSitesTouchNone() {
    for (var event : EventPlan.events()) {
      if (event.siteId().isEmpty()) {
        var footprint = event.footprint();
        SITES.values().forEach(site -> assertFalse(site.area().intersects(footprint), event.id()));
      }
    }
  }

  @Test
  void plantedDisturbancesBeginInTheScannedWeeks() {
    var planted = EventPlan.events().stream().filter(e -> e.role() == Event.Role.NEW).toList();
    assertTrue(planted.size() >= 14 && planted.size() <= 18);
    for (var event : planted) {
      assertFalse(event.firstDay().isBefore(LocalDate.of(2024, 9, 9)), event.id());
      assertFalse(event.firstDay().isAfter(LocalDate.of(2024, 10, 19)), event.id());
    }
    assertEquals(6, planted.stream().map(Event::kind).distinct().count());
  }

  @Test
  void eventGrowsFromItsFirstDayAndATransientOneEnds() {
    var quarry = EventPlan.events().stream().filter(e -> e.growthDays() > 30).findFirst().get();
    assertEquals(0, quarry.strengthOn(quarry.firstDay().minusDays(1)));
    assertTrue(quarry.strengthOn(quarry.firstDay()) < 0.2);
    assertEquals(1, quarry.strengthOn(quarry.firstDay().plusDays(40)));
    var cloud =
        EventPlan.events().stream().filter(e -> e.kind() == Event.Kind.MISSED_CLOUD).findFirst();
    assertEquals(1, cloud.get().strengthOn(cloud.get().firstDay()));
    assertEquals(0, cloud.get().strengthOn(cloud.get().firstDay().plusDays(1)));
  }
}
