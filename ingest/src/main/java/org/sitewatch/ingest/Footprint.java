package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/** The outline of a grid on the earth. */
public final class Footprint {
  private static final int STEPS_PER_SIDE = 8;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Footprint() {}

  /** WGS84 lon/lat, split where it crosses the antimeridian. */
  public static Geometry of(PixelGrid grid) {
    double[] pairs = outline(grid);
    Projection.ofEpsg(grid.epsg()).toLonLat(pairs);
    boolean wraps = unwrap(pairs);
    Geometry outline = GEOMETRY.createPolygon(ring(pairs));
    if (!wraps) {
      return outline;
    }
    Geometry east = outline.intersection(band(-180, 180));
    Geometry west = outline.intersection(band(180, 540));
    return east.union(AffineTransformation.translationInstance(-360, 0).transform(west));
  }

  private static double[] outline(PixelGrid grid) {
    var pairs = new ArrayList<Double>();
    int[][] corners = {
      {0, 0}, {grid.width(), 0}, {grid.width(), grid.height()}, {0, grid.height()}
    };
    for (int side = 0; side < 4; side++) {
      int[] from = corners[side];
      int[] to = corners[(side + 1) % 4];
      for (int step = 0; step < STEPS_PER_SIDE; step++) {
        double along = (double) step / STEPS_PER_SIDE;
        double column = from[0] + along * (to[0] - from[0]);
        double row = from[1] + along * (to[1] - from[1]);
        pairs.add(grid.affine().x(column, row));
        pairs.add(grid.affine().y(column, row));
      }
    }
    return pairs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Moves western longitudes to 180…540 if the ring jumps over the antimeridian. */
  private static boolean unwrap(double[] pairs) {
    double min = 180;
    double max = -180;
    for (int i = 0; i < pairs.length; i += 2) {
      min = Math.min(min, pairs[i]);
      max = Math.max(max, pairs[i]);
    }
    if (max - min <= 180) {
      return false;
    }
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] += pairs[i] < 0 ? 360 : 0;
    }
    return true;
  }

  private static Coordinate[] ring(double[] pairs) {
    var ring = new Coordinate[pairs.length / 2 + 1];
    Arrays.setAll(
        ring,
        i -> {
          int at = 2 * (i % (ring.length - 1));
          return new Coordinate(pairs[at], pairs[at + 1]);
        });
    return ring;
  }

  private static Geometry band(double west, double east) {
    return GEOMETRY.toGeometry(new Envelope(west, east, -90, 90));
  }
}
