package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundTest {
  private static final Frame FRAME = new Frame(96);
  private static final Landscape LAND = new Landscape(FRAME, List.of());
  private static final Acquisition DRY_DAY =
      new Acquisition(LocalDate.of(2024, 9, 30), 0, 0, 0, 0, 0, false);

  @Test
  void eventChangesThePixelsItCoversAndNoOthers() {
    var centre = Frame.place(403, 391);
    var print = print(EventShapes.levelling(centre, 60, 40, 0.3));
    var before = reflect(DRY_DAY, List.of());
    var after = reflect(DRY_DAY, List.of(print));
    var coverage = print.coverages().get(0);
    int changed = 0;
    for (int row = 0; row < 96; row++) {
      for (int column = 0; column < 96; column++) {
        int x = column - coverage.column();
        int y = row - coverage.row();
        boolean isInside = x >= 0 && y >= 0 && x < coverage.width() && y < coverage.height();
        float share = isInside ? coverage.share(x, y) : 0;
        float change = after[row * 96 + column] - before[row * 96 + column];
        assertEquals(share > 0, change != 0, "pixel " + column + ", " + row);
        changed += share > 0.5 ? 1 : 0;
      }
    }
    assertEquals(24, changed, 4);
    assertTrue(after[39 * 96 + 40] > before[39 * 96 + 40] + 0.02, "spoil is brighter");
  }

  @Test
  void coverageAddsUpToTheArea() {
    var shape = Outline.irregular(9, Frame.place(500, 480), 120, 0.2, 20);
    var coverage = Coverage.of(shape, FRAME, 8);
    double sum_px = 0;
    for (int y = 0; y < coverage.height(); y++) {
      for (int x = 0; x < coverage.width(); x++) {
        sum_px += coverage.share(x, y);
      }
    }
    assertEquals(shape.getArea() / 100, sum_px, 0.01 * shape.getArea() / 100);
  }

  @Test
  void soakedGroundIsDarker() {
    var soaked = new Acquisition(DRY_DAY.date(), 0, 0, 0, 1, 0, false);
    var dry = reflect(DRY_DAY, List.of());
    var wet = reflect(soaked, List.of());
    int darker = 0;
    for (int i = 0; i < dry.length; i++) {
      darker += wet[i] < dry[i] ? 1 : 0;
    }
    assertTrue(darker > 0.95 * dry.length, darker + " of " + dry.length);
  }

  private static EventPrint print(List<Layer> layers) {
    var event =
        new Event(
            "e",
            "",
            Event.Kind.LEVELLING,
            Event.Role.NEW,
            LocalDate.of(2024, 9, 1),
            LocalDate.MAX,
            0,
            layers);
    return EventPrint.of(event, FRAME);
  }

  private static float[] reflect(Acquisition pass, List<EventPrint> prints) {
    var plane = new float[96 * 96];
    new Ground(LAND, pass, prints, new float[96 * 96]).reflect(Band.RED.ordinal(), plane);
    return plane;
  }
}
