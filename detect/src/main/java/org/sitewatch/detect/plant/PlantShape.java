package org.sitewatch.detect.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The outline of a planted disturbance in metres: u along, v across, both from its middle.
 *
 * @param along_m no part of it lies further along from the middle
 * @param across_m nor further across
 */
record PlantShape(List<Layer> layers, double along_m, double across_m) {
  private static final double LENGTH_TO_WIDTH = 1.5;
  private static final double TRACK_WIDTH_M = 5;
  private static final double TRENCH_WIDTH_M = 3;
  private static final double SPOIL_WIDTH_M = 4;

  /** Of a field of pits; the heaps around them take about twice as much again. */
  private static final double PIT_SHARE = 0.12;

  private static final double HEAP_RADIUS_PER_DIAMETER = 0.9;
  private static final double HEAP_OFFSET_PER_DIAMETER = 0.4;
  private static final int TRIES = 50;

  /** Where one material lies. */
  record Layer(PlantMaterial material, Area area) {}

  /** A set of places. */
  @FunctionalInterface
  interface Area {
    boolean holds(double u_m, double v_m);
  }

  private record Circle(double u_m, double v_m, double radius_m) {
    boolean holds(double u, double v) {
      return (u - u_m) * (u - u_m) + (v - v_m) * (v - v_m) < radius_m * radius_m;
    }
  }

  PlantShape {
    layers = List.copyOf(layers);
  }

  /**
   * @param seed of what is left to chance: where the pits of a field lie
   */
  static PlantShape of(PlantKind kind, double area_m2, long seed) {
    return switch (kind) {
      case CLEARING -> block(PlantMaterial.FRESH_SOIL, area_m2);
      case PLOUGHING -> block(PlantMaterial.TILLED, area_m2);
      case CONSTRUCTION -> block(PlantMaterial.ROOF, area_m2);
      case TRACK -> strip(area_m2 / TRACK_WIDTH_M);
      case TRENCH -> trench(area_m2 / (TRENCH_WIDTH_M + SPOIL_WIDTH_M));
      case PITS_3M -> pits(area_m2, 3, new Random(seed));
      case PITS_6M -> pits(area_m2, 6.5, new Random(seed));
    };
  }

  private static PlantShape block(PlantMaterial material, double area_m2) {
    double width_m = StrictMath.sqrt(area_m2 / LENGTH_TO_WIDTH);
    return new PlantShape(
        List.of(new Layer(material, band(LENGTH_TO_WIDTH * width_m, -width_m / 2, width_m / 2))),
        LENGTH_TO_WIDTH * width_m / 2,
        width_m / 2);
  }

  private static PlantShape strip(double length_m) {
    var area = band(length_m, -TRACK_WIDTH_M / 2, TRACK_WIDTH_M / 2);
    return new PlantShape(
        List.of(new Layer(PlantMaterial.COMPACT, area)), length_m / 2, TRACK_WIDTH_M / 2);
  }

  private static PlantShape trench(double length_m) {
    double far_m = (TRENCH_WIDTH_M + SPOIL_WIDTH_M) / 2;
    double between_m = TRENCH_WIDTH_M - far_m;
    return new PlantShape(
        List.of(
            new Layer(PlantMaterial.SHADED, band(length_m, -far_m, between_m)),
            new Layer(PlantMaterial.FRESH_SOIL, band(length_m, between_m, far_m))),
        length_m / 2,
        far_m);
  }

  private static Area band(double length_m, double from_m, double to_m) {
    return (u, v) -> Math.abs(u) <= length_m / 2 && v >= from_m && v < to_m;
  }

  /** Pits at random on a disc, apart where there is room, each with its heap on one side. */
  private static PlantShape pits(double area_m2, double diameter_m, Random random) {
    double field_m = StrictMath.sqrt(area_m2 / Math.PI);
    double pit_m2 = Math.PI * diameter_m * diameter_m / 4;
    long count = Math.max(1, Math.round(PIT_SHARE * area_m2 / pit_m2));
    var pits = new ArrayList<Circle>();
    var heaps = new ArrayList<Circle>();
    for (int pit = 0; pit < count; pit++) {
      Circle dug = pit(field_m, diameter_m, random);
      for (int i = 0; i < TRIES && touches(dug, pits); i++) {
        dug = pit(field_m, diameter_m, random);
      }
      pits.add(dug);
      double side = 2 * Math.PI * random.nextDouble();
      double off_m = HEAP_OFFSET_PER_DIAMETER * diameter_m;
      heaps.add(
          new Circle(
              dug.u_m() + off_m * StrictMath.cos(side),
              dug.v_m() + off_m * StrictMath.sin(side),
              HEAP_RADIUS_PER_DIAMETER * diameter_m));
    }
    Area inPits = (u, v) -> pits.stream().anyMatch(pit -> pit.holds(u, v));
    Area inHeaps =
        (u, v) -> !inPits.holds(u, v) && heaps.stream().anyMatch(heap -> heap.holds(u, v));
    return new PlantShape(
        List.of(
            new Layer(PlantMaterial.SHADED, inPits), new Layer(PlantMaterial.FRESH_SOIL, inHeaps)),
        field_m + 2 * diameter_m,
        field_m + 2 * diameter_m);
  }

  private static Circle pit(double field_m, double diameter_m, Random random) {
    double from_m = (field_m - diameter_m / 2) * StrictMath.sqrt(random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    return new Circle(
        from_m * StrictMath.cos(angle), from_m * StrictMath.sin(angle), diameter_m / 2);
  }

  private static boolean touches(Circle pit, List<Circle> others) {
    return others.stream()
        .anyMatch(
            other ->
                new Circle(other.u_m(), other.v_m(), pit.radius_m() + other.radius_m())
                    .holds(pit.u_m(), pit.v_m()));
  }
}
