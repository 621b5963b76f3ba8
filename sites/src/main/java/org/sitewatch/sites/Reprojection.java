package org.sitewatch.sites;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Moves the vertices of a geometry. */
final class Reprojection {
  private Reprojection() {}

  /** A copy whose vertices went through the step as (x, y) pairs, one call per ring. */
  static Geometry ofVertices(Geometry geometry, Consumer<double[]> step) {
    return new GeometryEditor(new GeometryFactory())
        .edit(
            geometry,
            new GeometryEditor.CoordinateSequenceOperation() {
              @Override
              public CoordinateSequence edit(CoordinateSequence sequence, Geometry part) {
                var pairs = new double[2 * sequence.size()];
                for (int i = 0; i < sequence.size(); i++) {
                  pairs[2 * i] = sequence.getX(i);
                  pairs[2 * i + 1] = sequence.getY(i);
                }
                step.accept(pairs);
                return new PackedCoordinateSequence.Double(pairs, 2, 0);
              }
            });
  }

  /**
   * For lines and areas whose longitudes jump from one side of the antimeridian to the other: the
   * same with longitudes that run on beyond 180, if they are over 180 degrees wide.
   */
  static Geometry unwrapped(Geometry lonLat) {
    boolean hasEdges = lonLat instanceof Polygonal || lonLat instanceof Lineal;
    if (!hasEdges || lonLat.getEnvelopeInternal().getWidth() <= 180) {
      return lonLat;
    }
    return ofVertices(lonLat, pairs -> shift(pairs, lon -> lon < 0 ? lon + 360 : lon));
  }

  /** Cuts off what lies beyond ±180 and puts it where it belongs. */
  static Geometry cutAtAntimeridian(Geometry lonLat) {
    Envelope bounds = lonLat.getEnvelopeInternal();
    if (lonLat.isEmpty() || (bounds.getMinX() >= -180 && bounds.getMaxX() <= 180)) {
      return lonLat;
    }
    var parts = new ArrayList<Geometry>();
    for (int turn = -1; turn <= 1; turn++) {
      double shift_deg = turn * 360.0;
      Geometry part = clip(lonLat, new Envelope(shift_deg - 180, shift_deg + 180, -90, 90));
      parts.add(ofVertices(part, pairs -> shift(pairs, lon -> lon - shift_deg)));
    }
    return UnaryUnionOp.union(parts);
  }

  private static Geometry clip(Geometry geometry, Envelope box) {
    GeometryFactory factory = geometry.getFactory();
    return OverlayNGRobust.overlay(geometry, factory.toGeometry(box), OverlayNG.INTERSECTION);
  }

  private static void shift(double[] pairs, DoubleUnaryOperator move) {
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = move.applyAsDouble(pairs[i]);
    }
  }
}
