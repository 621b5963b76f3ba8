package org.sitewatch.detect.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverMapTest {
  private static double covered_m2(Planting.Cell cell, double angle, double sigma_px) {
    var planting = new Planting(cell, 7, 40.3, 41.8, angle, 0);
    return planting.points().layers().stream()
        .mapToDouble(
            layer ->
                100 * CoverMap.of(planting, layer, 10, GroundSampling.Shift.NONE, sigma_px).sum())
        .sum();
  }

  static Stream<Planting.Cell> whole() {
    return FloorTable.cells().stream()
        .filter(cell -> cell.kind() != PlantKind.PITS_3M && cell.kind() != PlantKind.PITS_6M);
  }

  @ParameterizedTest
  @MethodSource("whole")
  void coverIsTheAreaWithinTwoPercent(Planting.Cell cell) {
    for (double angle : new double[] {0, 0.3, 1.2}) {
      assertEquals(cell.area_m2(), covered_m2(cell, angle, 0), 0.02 * cell.area_m2());
      assertEquals(cell.area_m2(), covered_m2(cell, angle, 0.5), 0.02 * cell.area_m2());
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void pitsAndHeapsLeaveMostOfAFieldAlone(Planting.Cell cell) {
    var layers = new Planting(cell, 7, 40, 40, 0, 0).points().layers();
    double pits = layers.get(0).count() * layers.get(0).each_m2() / cell.area_m2();
    assertEquals(PlantMaterial.SHADED, layers.get(0).material());
    assertTrue(pits > 0.07 && pits < 0.16, "share of pits " + pits);
    double all = covered_m2(cell, 0, 0) / cell.area_m2();
    assertTrue(all > 0.2 && all < 0.6, "share of pits and heaps " + all);
  }

  static Stream<Planting.Cell> fields() {
    return FloorTable.cells().stream()
        .filter(cell -> cell.kind() == PlantKind.PITS_3M || cell.kind() == PlantKind.PITS_6M);
  }
}
