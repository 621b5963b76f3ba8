package org.sitewatch.report.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.floor.TestFloors.MODEL;
import static org.sitewatch.report.floor.TestFloors.SETTINGS;
import static org.sitewatch.report.floor.TestFloors.UNTIL;
import static org.sitewatch.report.floor.TestFloors.kept;
import static org.sitewatch.report.floor.TestFloors.model;
import static org.sitewatch.report.floor.TestFloors.models;
import static org.sitewatch.report.floor.TestFloors.simulated;
import static org.sitewatch.report.floor.TestFloors.told;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.detect.plant.SensorFloors;

class FloorReadingTest {
  private static final String CLEARINGS =
      "At this site clearings from 400 m² up are seen, half of them within 3 clear looks; pit";

  @Test
  void aFloorOfTheSameModelAndSettingsHolds() {
    SiteFloor floor = told(kept(simulated("s2", MODEL, 400)), SETTINGS, models(MODEL));
    assertEquals(FloorState.MEASURED, floor.state());
    assertTrue(floor.sentence().startsWith(CLEARINGS), floor.sentence());
    assertTrue(
        floor.brief().startsWith("seen from clearings 400 m²; not reliably up to pit fields"),
        floor.brief());
    assertEquals(OptionalInt.of(400), floor.area_m2(PlantKind.CLEARING));
    assertEquals(OptionalInt.empty(), floor.area_m2(PlantKind.TRACK));
    assertEquals(Optional.of(UNTIL), floor.until());
  }

  @Test
  void anotherBudgetMakesItStale() {
    var now = new TreeMap<>(SETTINGS);
    now.put("alert_budget_per_site_year", "20.000000");
    checkStale(
        told(kept(simulated("s2", MODEL, 400)), now, models(model("2024-01-01", "d"))),
        "alert_budget_per_site_year was 1, is 20");
  }

  @Test
  void anotherRefitYearMakesItStale() {
    checkStaleBy(
        MODEL,
        model("2025-01-01", "d"),
        "judged by the model of 2024-01-01 then, by the" + " model of 2025-01-01 now");
    checkStaleBy(
        model("", "a"),
        MODEL,
        "judged by a short history then, by the model of" + " 2024-01-01 now");
  }

  @Test
  void anotherOutlineOrALateSceneMakesItStale() {
    checkStaleBy(
        MODEL,
        model("2024-01-01", "d"),
        "the outline, the grid or the looks learnt from are others now");
  }

  @Test
  void withoutAModelItHoldsForTheYear() {
    var kept = kept(simulated("s2", model("", "a"), 400));
    assertEquals(FloorState.MEASURED, told(kept, SETTINGS, models(model("", "a"))).state());
    var file = new FloorFile("x", "c".repeat(64), kept, "");
    checkStale(
        FloorReading.of(file, SETTINGS, models(model("", "a")), UNTIL.plusYears(1)),
        "the history was shorter then");
  }

  @Test
  void whatCouldNotBeMeasuredSaysWhy() {
    SiteFloor floor =
        told(kept(new SensorFloors.NotSupported("s2", "radar: no model")), SETTINGS, models(MODEL));
    assertEquals(FloorState.NOT_MEASURED, floor.state());
    assertEquals("Not measured: radar: no model.", floor.sentence());
    assertEquals(SiteFloor.NONE, told(kept(), SETTINGS, new TreeMap<>()));
  }

  @Test
  void ofTwoSensorsEachIsNamedAndTheSmallerAreaCounts() {
    var models = new TreeMap<>(Map.of("l8", MODEL, "new", MODEL, "s2", MODEL));
    SiteFloor floor =
        told(kept(simulated("l8", MODEL, 800), simulated("s2", MODEL, 200)), SETTINGS, models);
    assertEquals(FloorState.MEASURED, floor.state());
    assertEquals(OptionalInt.of(200), floor.area_m2(PlantKind.CLEARING));
    assertTrue(floor.sentence().startsWith("l8: At this site clearings from 800"));
    assertTrue(floor.sentence().contains(" s2: At this site clearings from 200"));
    assertTrue(floor.sentence().endsWith(" new: Not measured: run 'sitewatch simulate'."));
  }

  private static void checkStaleBy(ModelBasis then, ModelBasis now, String why) {
    checkStale(told(kept(simulated("s2", then, 400)), SETTINGS, models(now)), why);
  }

  /** It is told, with its date and why, but gives no number to count on. */
  private static void checkStale(SiteFloor floor, String why) {
    assertEquals(FloorState.STALE, floor.state());
    assertEquals(
        "Stale (measured up to 2024-05-12, " + why + "; run 'sitewatch simulate'): " + CLEARINGS,
        floor.sentence().substring(0, floor.sentence().indexOf("; pit") + 5));
    assertTrue(floor.brief().startsWith("stale (measured up to 2024-05-12): seen from clearings"));
    assertEquals(Map.of(), floor.areas_m2());
  }
}
