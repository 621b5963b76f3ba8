package org.sitewatch.cli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/**
 * Where the simulated ground lies: a square of {@code size} pixels of 10 m in UTM zone 48 north, in
 * a valley of the central Mongolian steppe. Plans give places as metres east and south of its upper
 * left corner, so that a smaller frame shows the corner of the same ground.
 *
 * @param size pixels of 10 m a side, even and at least 64
 */
record Frame(int size) {
  static final int EPSG = 32648;
  static final double PIXEL_M = 10;

  private static final int CORNER_SIZE = 400;

  /** Upper left corner, metres: on the 20 m lattice of the Sentinel-2 tile 48TUT. */
  static final double LEFT_M = 329_800;

  static final double TOP_M = 5_246_040;

  static final GeometryFactory GEOMETRY = new GeometryFactory();

  Frame {
    if (size < 64 || size % 2 != 0) {
      throw new IllegalArgumentException("frame must be even and at least 64 px, got " + size);
    }
  }

  PixelGrid grid10m() {
    return PixelGrid.northUp(EPSG, LEFT_M, TOP_M, PIXEL_M, size, size);
  }

  PixelGrid grid20m() {
    return PixelGrid.northUp(EPSG, LEFT_M, TOP_M, 2 * PIXEL_M, size / 2, size / 2);
  }

  static Coordinate place(double east_m, double south_m) {
    return new Coordinate(LEFT_M + east_m, TOP_M - south_m);
  }

  /** The upper left part of the valley, which was looked at for longer. */
  static Frame corner() {
    return new Frame(CORNER_SIZE);
  }

  /** The whole square, in UTM metres. */
  Geometry outline() {
    return GEOMETRY.toGeometry(grid10m().bounds());
  }

  /** From UTM metres to lon/lat degrees, vertex by vertex. */
  static Geometry toLonLat(Geometry metres) {
    var projection = Projection.ofEpsg(EPSG);
    return new GeometryEditor(GEOMETRY)
        .edit(
            metres,
            new GeometryEditor.CoordinateOperation() {
              @Override
              public Coordinate[] edit(Coordinate[] from, Geometry geometry) {
                return lonLat(projection, from);
              }
            });
  }

  private static Coordinate[] lonLat(Projection projection, Coordinate[] from) {
    var pairs = new double[2 * from.length];
    for (int i = 0; i < from.length; i++) {
      pairs[2 * i] = from[i].x;
      pairs[2 * i + 1] = from[i].y;
    }
    projection.toLonLat(pairs);
    var to = new Coordinate[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = new Coordinate(pairs[2 * i], pairs[2 * i + 1]);
    }
    return to;
  }
}
