package org.sitewatch.detect.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ground of a planting as evenly spaced points, by material: fast to lay onto many looks. */
final class ShapePoints {
  /** Of the side of a square of the same area; spaced so, areas hold to one per cent. */
  private static final double SPACING = 1.0 / 80;

  /** What a wide shape is sampled at nevertheless: its parts may be narrow. */
  private static final double WIDEST_M = 0.25;

  private final List<Points> layers;

  private ShapePoints(List<Points> layers) {
    this.layers = layers;
  }

  static ShapePoints of(Planting.Cell cell, long seed) {
    double spacing_m = Math.min(WIDEST_M, SPACING * StrictMath.sqrt(cell.area_m2()));
    var shape = PlantShape.of(cell.kind(), cell.area_m2(), seed);
    var layers = new ArrayList<Points>();
    for (PlantShape.Layer layer : shape.layers()) {
      layers.add(Points.of(shape, layer, spacing_m));
    }
    return new ShapePoints(layers);
  }

  List<Points> layers() {
    return layers;
  }

  /** Where one material lies, metres along and across from the middle. */
  static final class Points {
    private final PlantMaterial material;
    private final double[] pairs;
    private final double each_m2;
    private final double reach_m;

    private Points(PlantMaterial material, double[] pairs, double each_m2, double reach_m) {
      this.material = material;
      this.pairs = pairs;
      this.each_m2 = each_m2;
      this.reach_m = reach_m;
    }

    private static Points of(PlantShape shape, PlantShape.Layer layer, double spacing_m) {
      // whole numbers of points along and across, so that a rectangle has its very area
      int along = (int) Math.ceil(2 * shape.along_m() / spacing_m);
      int across = (int) Math.ceil(2 * shape.across_m() / spacing_m);
      var pairs = new double[2 * along * across];
      int size = 0;
      for (int i = 0; i < along; i++) {
        for (int j = 0; j < across; j++) {
          double u_m = shape.along_m() * ((2.0 * i + 1) / along - 1);
          double v_m = shape.across_m() * ((2.0 * j + 1) / across - 1);
          if (layer.area().holds(u_m, v_m)) {
            pairs[size++] = u_m;
            pairs[size++] = v_m;
          }
        }
      }
      return new Points(
          layer.material(),
          Arrays.copyOf(pairs, size),
          4 * shape.along_m() * shape.across_m() / along / across,
          StrictMath.hypot(shape.along_m(), shape.across_m()));
    }

    PlantMaterial material() {
      return material;
    }

    int count() {
      return pairs.length / 2;
    }

    double along_m(int point) {
      return pairs[2 * point];
    }

    double across_m(int point) {
      return pairs[2 * point + 1];
    }

    /** Ground that a point stands for. */
    double each_m2() {
      return each_m2;
    }

    /** No point lies further from the middle. */
    double reach_m() {
      return reach_m;
    }
  }
}
