package org.sitewatch.detect.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DetectionFloorTest {
  private final List<Sighting> sightings = new ArrayList<>();

  /** So many plantings of a size, of which some were seen after so many looks. */
  private DetectionFloorTest planted(int area_m2, int count, int seen, int looks) {
    for (int i = 0; i < count; i++) {
      var cell = new Planting.Cell(PlantKind.CLEARING, 1, area_m2);
      sightings.add(new Sighting(cell, i < seen ? looks : 0));
    }
    return this;
  }

  private DetectionFloor floor() {
    return DetectionFloor.of(PlantKind.CLEARING, 1, sightings);
  }

  @Test
  void theFloorIsTheSmallestSizeFromWhichFourInFiveAreSeen() {
    planted(100, 8, 1, 9).planted(200, 8, 7, 4).planted(400, 8, 8, 2).planted(800, 8, 8, 2);
    assertEquals(OptionalInt.of(200), floor().floor_m2());
    assertEquals(2, floor().medianLooks());
    assertEquals(
        "clearings from 200 m² up are seen, half of them within 2 clear looks",
        FloorSentence.of(floor()));
  }

  @Test
  void aLargerSizeThatIsMissedLiftsTheFloor() {
    planted(100, 8, 8, 2).planted(200, 8, 2, 2).planted(400, 8, 8, 1);
    assertEquals(OptionalInt.of(400), floor().floor_m2());
  }

  @Test
  void oneMissedByChanceDoesNot() {
    planted(100, 10, 9, 2).planted(200, 10, 7, 2).planted(400, 10, 10, 2);
    assertEquals(OptionalInt.of(100), floor().floor_m2());
  }

  @Test
  void nothingSeenIsNoFloor() {
    planted(100, 8, 0, 0).planted(1600, 8, 3, 5);
    assertTrue(floor().floor_m2().isEmpty());
    assertEquals("clearings up to 1,600 m² are not reliably", FloorSentence.of(floor()));
  }

  @Test
  void tooFewPlantingsSayNothing() {
    planted(100, 2, 2, 1);
    assertTrue(floor().floor_m2().isEmpty());
    assertEquals("clearings have no room", FloorSentence.of(floor()));
  }
}
