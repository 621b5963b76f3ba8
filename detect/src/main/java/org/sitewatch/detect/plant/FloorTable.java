package org.sitewatch.detect.plant;

import java.util.ArrayList;
import java.util.List;

/** The detection floors of a site: what is planted, and what is made of what became of it. */
public final class FloorTable {
  /** The full contrast of a kind, and half of it. */
  private static final List<Double> STRENGTHS = List.of(1.0, 0.5);

  private FloorTable() {}

  /** All kinds, sizes and strengths. */
  public static List<Planting.Cell> cells() {
    var cells = new ArrayList<Planting.Cell>();
    for (PlantKind kind : PlantKind.values()) {
      for (double strength : STRENGTHS) {
        kind.sizes_m2().forEach(area_m2 -> cells.add(new Planting.Cell(kind, strength, area_m2)));
      }
    }
    return cells;
  }

  /** One a kind and strength, in the order of {@link #cells}. */
  public static List<DetectionFloor> floors(List<Sighting> sightings) {
    var floors = new ArrayList<DetectionFloor>();
    for (PlantKind kind : PlantKind.values()) {
      for (double strength : STRENGTHS) {
        floors.add(DetectionFloor.of(kind, strength, sightings));
      }
    }
    return floors;
  }
}
