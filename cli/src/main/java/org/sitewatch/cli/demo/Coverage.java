package org.sitewatch.cli.demo;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Which share of each pixel an area covers, counted on a lattice of points. */
final class Coverage {
  private final int column;
  private final int row;
  private final int width;
  private final int height;
  private final float[] shares;

  private Coverage(int column, int row, int width, int height) {
    this.column = column;
    this.row = row;
    this.width = width;
    this.height = height;
    this.shares = new float[width * height];
  }

  /**
   * @param area UTM metres; what lies outside the frame is left out
   * @param points along a pixel's side
   */
  static Coverage of(Geometry area, Frame frame, int points) {
    var bounds = area.getEnvelopeInternal();
    int size = frame.size();
    int left = clamp((bounds.getMinX() - Frame.LEFT_M) / Frame.PIXEL_M, size);
    int right = clamp((bounds.getMaxX() - Frame.LEFT_M) / Frame.PIXEL_M + 1, size);
    int top = clamp((Frame.TOP_M - bounds.getMaxY()) / Frame.PIXEL_M, size);
    int bottom = clamp((Frame.TOP_M - bounds.getMinY()) / Frame.PIXEL_M + 1, size);
    var coverage = new Coverage(left, top, right - left, bottom - top);
    coverage.count(new IndexedPointInAreaLocator(area), points);
    return coverage;
  }

  private static int clamp(double pixel, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(pixel)));
  }

  private void count(IndexedPointInAreaLocator locator, int points) {
    var point = new Coordinate();
    double step = Frame.PIXEL_M / points;
    for (int y = 0; y < height * points; y++) {
      point.y = Frame.TOP_M - row * Frame.PIXEL_M - (y + 0.5) * step;
      for (int x = 0; x < width * points; x++) {
        point.x = Frame.LEFT_M + column * Frame.PIXEL_M + (x + 0.5) * step;
        if (locator.locate(point) != Location.EXTERIOR) {
          shares[y / points * width + x / points] += 1f / (points * points);
        }
      }
    }
  }

  int column() {
    return column;
  }

  int row() {
    return row;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Share of a pixel, counted from this coverage's own corner. */
  float share(int x, int y) {
    return shares[y * width + x];
  }
}
