package org.sitewatch.detect.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.segment.PixelSet;

class PlantingPlanTest {
  private static final int SIDE = 90;
  private static final List<Planting.Cell> CELLS =
      List.of(
          new Planting.Cell(PlantKind.CLEARING, 1, 400),
          new Planting.Cell(PlantKind.PITS_3M, 1, 800),
          new Planting.Cell(PlantKind.TRACK, 0.5, 250));

  /** A site of 50 × 50 pixels in the middle; the given pixels are taken. */
  private static PlantingGround ground(boolean[] taken) {
    var inside = new boolean[SIDE * SIDE];
    for (int pixel = 0; pixel < inside.length; pixel++) {
      int column = pixel % SIDE;
      int row = pixel / SIDE;
      inside[pixel] = column >= 20 && column < 70 && row >= 20 && row < 70;
    }
    var seen = new boolean[inside.length];
    Arrays.fill(seen, true);
    var shown = new ShownLooks(IntStream.range(5, 15).boxed().toList(), 1, 10);
    return new PlantingGround(SIDE, SIDE, 10, inside, taken, shown, look -> seen);
  }

  private static boolean[] none() {
    return new boolean[SIDE * SIDE];
  }

  @Test
  void everyCellGetsItsReplicatesAndTheSameSeedTheSamePlaces() {
    var runs = PlantingPlan.of(ground(none()), CELLS, 4, 99);
    var all = runs.stream().flatMap(List::stream).toList();
    for (Planting.Cell cell : CELLS) {
      assertEquals(4, all.stream().filter(p -> p.planting().cell().equals(cell)).count());
    }
    var again = PlantingPlan.of(ground(none()), CELLS, 4, 99);
    assertEquals(
        all.stream().map(PlantedPlace::planting).toList(),
        again.stream().flatMap(List::stream).map(PlantedPlace::planting).toList());
  }

  @Test
  void footprintsOfARunAreApart() {
    for (List<PlantedPlace> run : PlantingPlan.of(ground(none()), CELLS, 4, 3)) {
      for (int i = 0; i < run.size(); i++) {
        for (PlantedPlace other : run.subList(i + 1, run.size())) {
          assertTrue(distance_px(run.get(i).footprint(), other.footprint()) > 8);
        }
      }
    }
  }

  private static int distance_px(PixelSet a, PixelSet b) {
    return a.stream()
        .flatMap(
            p ->
                b.stream()
                    .map(
                        q ->
                            Math.max(Math.abs(p / SIDE - q / SIDE), Math.abs(p % SIDE - q % SIDE))))
        .min()
        .orElseThrow();
  }

  @Test
  void takenGroundIsLeftAlone() {
    boolean[] taken = none();
    Arrays.fill(taken, 0, SIDE * SIDE / 2, true);
    PlantingPlan.of(ground(taken), CELLS, 3, 5).stream()
        .flatMap(List::stream)
        .forEach(place -> assertTrue(place.footprint().first() >= SIDE * SIDE / 2));
  }

  @Test
  void aSiteWithoutRoomGetsNothing() {
    boolean[] taken = none();
    Arrays.fill(taken, true);
    assertTrue(PlantingPlan.of(ground(taken), CELLS, 3, 5).isEmpty());
  }
}
