package org.sitewatch.report.chips;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/**
 * What a picture shows: a part of a site's grid, each pixel enlarged a whole number of times or, in
 * a part with many, some of them averaged.
 *
 * @param grid of the part
 * @param column of its first pixel in the site's grid
 * @param row of its first pixel in the site's grid
 * @param enlarged 1 or more
 * @param averaged pixels that are one, across and down; 1 where enlarged
 */
record ChipWindow(PixelGrid grid, int column, int row, int enlarged, int averaged) {
  /** Ground to show around the object, so that its surroundings can be recognised. */
  private static final double AROUND_M = 300;

  /** The most of it, in pixels: the object must not get lost. */
  private static final int MOST_AROUND_PX = 100;

  /** Longer side of a picture that is aimed at. */
  private static final int PICTURE_PX = 480;

  /** Above this, pixels are averaged: a picture stays small. */
  private static final int MOST_PX = 240;

  /**
   * A square around some pixels, as far as the grid reaches.
   *
   * @param site the grid of the site
   */
  static ChipWindow around(PixelGrid site, int[] pixels) {
    int left = Integer.MAX_VALUE;
    int right = -1;
    int top = pixels[0] / site.width();
    int bottom = pixels[pixels.length - 1] / site.width();
    for (int pixel : pixels) {
      left = Math.min(left, pixel % site.width());
      right = Math.max(right, pixel % site.width());
    }
    int around = (int) Math.min(MOST_AROUND_PX, Math.ceil(AROUND_M / site.pixelSize()));
    int side = Math.max(right - left, bottom - top) + 1 + 2 * around;
    int averaged = (Math.min(side, Math.max(site.width(), site.height())) + MOST_PX - 1) / MOST_PX;
    side = (side + averaged - 1) / averaged * averaged;
    int width = Math.min(side, site.width() / averaged * averaged);
    int height = Math.min(side, site.height() / averaged * averaged);
    int column = start((left + right + 1 - width) / 2, width, site.width());
    int row = start((top + bottom + 1 - height) / 2, height, site.height());
    int enlarged = averaged > 1 ? 1 : Math.max(1, PICTURE_PX / Math.max(width, height));
    return new ChipWindow(site.crop(column, row, width, height), column, row, enlarged, averaged);
  }

  private static int start(int wanted, int length, int all) {
    return Math.max(0, Math.min(wanted, all - length));
  }

  /** Columns of the picture before they are enlarged. */
  int columns() {
    return grid.width() / averaged;
  }

  /** Rows of the picture before they are enlarged. */
  int rows() {
    return grid.height() / averaged;
  }

  int width_px() {
    return columns() * enlarged;
  }

  int height_px() {
    return rows() * enlarged;
  }

  /** A plane of the site's grid in this window, means of the pixels with data; NaN without. */
  float[] cut(float[] plane, int siteWidth) {
    var cut = new float[columns() * rows()];
    for (int y = 0; y < rows(); y++) {
      for (int x = 0; x < columns(); x++) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < averaged * averaged; i++) {
          int atRow = row + y * averaged + i / averaged;
          float value = plane[atRow * siteWidth + column + x * averaged + i % averaged];
          if (Float.isFinite(value)) {
            sum += value;
            count++;
          }
        }
        cut[y * columns() + x] = count == 0 ? Float.NaN : (float) (sum / count);
      }
    }
    return cut;
  }

  /** Where some pixels of the site's grid lie in this window; averaged ones count if one does. */
  boolean[] cut(int[] pixels, int siteWidth) {
    var cut = new boolean[columns() * rows()];
    for (int pixel : pixels) {
      int x = Math.floorDiv(pixel % siteWidth - column, averaged);
      int y = Math.floorDiv(pixel / siteWidth - row, averaged);
      if (x >= 0 && y >= 0 && x < columns() && y < rows()) {
        cut[y * columns() + x] = true;
      }
    }
    return cut;
  }

  Evidence.Frame frame() {
    double[][] corners = {corner(0, 1), corner(1, 1), corner(1, 0), corner(0, 0)};
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i <= corners.length; i++) {
      double[] corner = corners[i % corners.length];
      ring.add(new Coordinate(corner[0], corner[1]));
    }
    double area_m2 =
        GeodesicArea.area_m2(new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new)));
    return new Evidence.Frame(
        corners,
        width_px(),
        height_px(),
        Math.sqrt(area_m2 / ((double) width_px() * height_px())),
        grid.epsg());
  }

  /** Lon, lat of a corner: 0 or 1 of the width and the height. */
  private double[] corner(int ofWidth, int ofHeight) {
    double column = ofWidth * grid.width();
    double row = ofHeight * grid.height();
    double[] place = {grid.affine().x(column, row), grid.affine().y(column, row)};
    Projection.ofEpsg(grid.epsg()).toLonLat(place);
    return place;
  }

  /** Columns and rows, at most 1 long together, that lead north at the middle of the picture. */
  double[] north() {
    Projection projection = Projection.ofEpsg(grid.epsg());
    double[] middle = {
      grid.affine().x(grid.width() / 2.0, grid.height() / 2.0),
      grid.affine().y(grid.width() / 2.0, grid.height() / 2.0)
    };
    projection.toLonLat(middle);
    double step = middle[1] > 0 ? -1e-4 : 1e-4; // towards the equator, where there is always room
    double[] places = {middle[0], middle[1], middle[0], middle[1] + step};
    projection.fromLonLat(places);
    double columns =
        grid.affine().column(places[2], places[3]) - grid.affine().column(places[0], places[1]);
    double rows = grid.affine().row(places[2], places[3]) - grid.affine().row(places[0], places[1]);
    double length = Math.copySign(Math.sqrt(columns * columns + rows * rows), step);
    return new double[] {columns / length, rows / length};
  }
}
