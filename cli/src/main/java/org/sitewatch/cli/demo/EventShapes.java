package org.sitewatch.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** What each kind of disturbance looks like from above, as layers in UTM metres. */
final class EventShapes {
  private EventShapes() {}

  /** Robbers' pits scattered over a disc, each with its spoil thrown to one side. */
  static List<Layer> pits(
      long key, Coordinate centre, int count, double diameter_m, double spread_m) {
    var floors = new ArrayList<Geometry>();
    var heaps = new ArrayList<Geometry>();
    for (int pit = 0; pit < count; pit++) {
      long own = CounterNoise.key(key, pit);
      double angle = CounterNoise.uniform(own, 1, 0, 2 * StrictMath.PI);
      double distance = spread_m / 2 * StrictMath.sqrt(CounterNoise.uniform(own, 2, 0, 1));
      double diameter = diameter_m * CounterNoise.uniform(own, 3, 0.75, 1.25);
      var floor = Outline.turned(centre, distance, 0, angle);
      double thrown = CounterNoise.uniform(own, 4, 0, 2 * StrictMath.PI);
      floors.add(Outline.circle(floor, diameter));
      heaps.add(Outline.circle(Outline.turned(floor, 0.5 * diameter, 0, thrown), 2 * diameter));
    }
    var floor = UnaryUnionOp.union(floors);
    var heap = UnaryUnionOp.union(heaps).difference(floor);
    return List.of(new Layer(Material.SHADED, floor, 1), new Layer(Material.SUBSOIL, heap, 1));
  }

  static List<Layer> levelling(Coordinate centre, double length_m, double width_m, double turn) {
    return List.of(
        new Layer(Material.SUBSOIL, Outline.rectangle(centre, length_m, width_m, turn), 0.9));
  }

  static List<Layer> track(
      long key, Coordinate centre, double length_m, double width_m, double turn) {
    return List.of(
        new Layer(Material.COMPACT, Outline.strip(key, centre, length_m, width_m, turn), 1));
  }

  /** Roofs of 12 × 20 m in a trodden yard. */
  static List<Layer> building(Coordinate centre, int roofs, double turn) {
    var houses = new ArrayList<Geometry>();
    for (int roof = 0; roof < roofs; roof++) {
      var place = Outline.turned(centre, 24 * (roof - (roofs - 1) / 2.0), 4 * (roof % 2), turn);
      houses.add(Outline.rectangle(place, 20, 14, turn));
    }
    var house = UnaryUnionOp.union(houses);
    var yard = Outline.rectangle(centre, 26 * roofs + 12, 40, turn).difference(house);
    return List.of(new Layer(Material.COMPACT, yard, 0.7), new Layer(Material.ROOF, house, 1));
  }

  static List<Layer> ploughing(Coordinate centre, double length_m, double width_m, double turn) {
    return List.of(
        new Layer(Material.TILLED, Outline.rectangle(centre, length_m, width_m, turn), 0.95));
  }

  static List<Layer> quarry(long key, Coordinate centre, double radius_m) {
    var outer = Outline.irregular(key, centre, radius_m, 0.15, 18);
    var inner =
        Outline.irregular(
            key + 1, Outline.turned(centre, radius_m * 0.2, 0, 0.8), radius_m * 0.4, 0.1, 12);
    return List.of(
        new Layer(Material.SUBSOIL, outer.difference(inner), 0.95),
        new Layer(Material.SHADED, inner, 0.8));
  }

  /** One irregular patch of a material. */
  static List<Layer> patch(
      long key, Coordinate centre, double radius_m, Material material, double opacity) {
    return List.of(new Layer(material, Outline.irregular(key, centre, radius_m, 0.2, 24), opacity));
  }
}
