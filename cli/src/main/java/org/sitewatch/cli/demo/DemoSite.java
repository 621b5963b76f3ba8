package org.sitewatch.cli.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sitewatch.sites.Zone;

/**
 * A site of the plan.
 *
 * @param east_m centre, metres from the frame's left edge
 * @param south_m centre, metres from the frame's upper edge
 * @param radius_m mean radius of the outline
 * @param priority 1 (most important) to 5
 */
record DemoSite(
    String id,
    String name,
    double east_m,
    double south_m,
    double radius_m,
    int priority,
    Form form,
    String designation) {

  /** What the outline is made of. */
  enum Form {
    /** One polygon, the core. */
    PLAIN,
    /** A core and a buffer that holds it. */
    CORE_BUFFER,
    /** One polygon with a hole (a farmstead that is not protected). */
    HOLE,
    /** Two polygons under one id. */
    TWO_PARTS
  }

  /** The zones in UTM metres. */
  Map<Zone, MultiPolygon> zones() {
    long key = CounterNoise.key(DemoWorld.SEED, id);
    var centre = Frame.place(east_m, south_m);
    int corners = (int) CounterNoise.uniform(key, 1, 14, 27);
    var whole = Outline.irregular(key, centre, radius_m, 0.13, corners);
    var zones = new EnumMap<Zone, MultiPolygon>(Zone.class);
    switch (form) {
      case PLAIN -> zones.put(Zone.CORE, multi(List.of(whole)));
      case CORE_BUFFER -> {
        zones.put(Zone.CORE, multi(List.of(scaled(whole, 0.55))));
        zones.put(Zone.BUFFER, multi(List.of(whole)));
      }
      case HOLE -> {
        var hole = Outline.irregular(key + 1, centre, radius_m * 0.2, 0.1, 11);
        var ring = hole.getExteriorRing();
        zones.put(
            Zone.CORE,
            multi(
                List.of(
                    Frame.GEOMETRY.createPolygon(
                        whole.getExteriorRing(), new LinearRing[] {ring}))));
      }
      case TWO_PARTS -> {
        var first = moved(scaled(whole, 0.62), -0.55 * radius_m);
        var second = Outline.irregular(key + 2, centre, radius_m * 0.42, 0.12, 13);
        zones.put(Zone.CORE, multi(List.of(first, moved(second, 0.75 * radius_m))));
      }
    }
    return zones;
  }

  /** All zones together, UTM metres. */
  Geometry area() {
    var zones = zones();
    return zones.getOrDefault(Zone.BUFFER, zones.get(Zone.CORE));
  }

  private Polygon scaled(Polygon polygon, double factor) {
    var centre = Frame.place(east_m, south_m);
    return (Polygon)
        AffineTransformation.scaleInstance(factor, factor, centre.x, centre.y).transform(polygon);
  }

  private static Polygon moved(Polygon polygon, double east_m) {
    return (Polygon)
        AffineTransformation.translationInstance(east_m, -east_m / 3).transform(polygon);
  }

  private static MultiPolygon multi(List<Polygon> polygons) {
    return Frame.GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
