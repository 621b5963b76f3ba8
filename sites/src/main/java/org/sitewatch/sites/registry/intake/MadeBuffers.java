package org.sitewatch.sites.registry.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.MetresGuess;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;

/** Buffer zones by distance, for sites that have a core and no buffer. */
final class MadeBuffers {
  /** The attribute of a site whose buffer was made: metres. */
  static final String WIDTH = "buffer_made_m";

  private static final double MAX_LATITUDE = 84;

  private MadeBuffers() {}

  /** The features and those made; a site with an outline that is not valid gets none. */
  static List<RawFeature> with(List<RawFeature> features, double width_m) {
    var cores = new TreeMap<String, List<RawFeature>>();
    var buffered = new HashSet<String>();
    for (RawFeature feature : features) {
      Optional<Zone> zone = feature.zone(new ArrayList<Flaw>());
      if (feature.id().isEmpty() || zone.isEmpty()) {
        continue;
      }
      if (zone.get() == Zone.CORE) {
        cores.computeIfAbsent(feature.id(), id -> new ArrayList<>()).add(feature);
      } else if (zone.get() == Zone.BUFFER) {
        buffered.add(feature.id());
      }
    }
    var all = new ArrayList<>(features);
    cores.forEach(
        (id, own) -> {
          if (!buffered.contains(id)) {
            area(own).ifPresent(core -> all.add(buffer(id, core, width_m)));
          }
        });
    return all;
  }

  private static RawFeature buffer(String id, Geometry core, double width_m) {
    var properties = new TreeMap<String, Object>();
    properties.put(RawFeature.ID, id);
    properties.put(RawFeature.ZONE, Zone.BUFFER.label());
    properties.put(WIDTH, width_m);
    return RawFeature.of("made buffer", properties, grown(core, width_m), List.of());
  }

  /** Part by part, each in a zone of its own: parts may lie far apart. */
  private static Outline grown(Geometry core, double width_m) {
    var polygons = new ArrayList<List<double[]>>();
    for (int part = 0; part < core.getNumGeometries(); part++) {
      polygons.addAll(Grown.by(core.getGeometryN(part), width_m).polygons());
    }
    return new Outline(polygons);
  }

  /** Empty if a polygon is not valid: that is told elsewhere. */
  private static Optional<Geometry> area(List<RawFeature> features) {
    var factory = new GeometryFactory();
    var polygons = new ArrayList<Polygon>();
    for (RawFeature feature : features) {
      for (List<double[]> rings : feature.outline().polygons()) {
        var closed = new ArrayList<LinearRing>();
        for (double[] ring : rings) {
          if (!isRing(ring)) {
            return Optional.empty();
          }
          closed.add(factory.createLinearRing(coordinates(ring)));
        }
        LinearRing[] holes = closed.subList(1, closed.size()).toArray(LinearRing[]::new);
        Polygon polygon = factory.createPolygon(closed.get(0), holes);
        if (!polygon.isValid() || polygon.getEnvelopeInternal().getWidth() > 180) {
          return Optional.empty();
        }
        polygons.add(polygon);
      }
    }
    return polygons.isEmpty() ? Optional.empty() : Optional.of(UnaryUnionOp.union(polygons));
  }

  private static boolean isRing(double[] ring) {
    boolean closed =
        ring.length >= 8 && ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
    for (int at = 0; at < ring.length && closed; at += 2) {
      closed =
          MetresGuess.isLonLat(ring[at], ring[at + 1]) && Math.abs(ring[at + 1]) <= MAX_LATITUDE;
    }
    return closed;
  }

  private static Coordinate[] coordinates(double[] ring) {
    var coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    return coordinates;
  }
}
