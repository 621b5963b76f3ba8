package org.sitewatch.ingest;

import org.locationtech.jts.geom.Envelope;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/** The window of an image that a site's grid needs, in the image's own pixels. */
final class PartWindow {
  /** Points along each side of the site's grid whose places are projected into the image's CRS. */
  private static final int STEPS = 8;

  /** Pixels around the window that interpolation reads when the lattices differ. */
  private static final int MARGIN_PX = 2;

  private PartWindow() {}

  /** Clipped to the image; empty if the site lies outside. */
  static PixelWindow of(PixelGrid site, PixelGrid image) {
    var whole = new PixelWindow(0, 0, image.width(), image.height());
    return unclipped(site, image).intersect(whole);
  }

  /** Where the tile of that window lies. */
  static PixelGrid place(PixelGrid site, PixelGrid image) {
    PixelWindow window = of(site, image);
    return image.crop(window.column(), window.row(), window.width(), window.height());
  }

  private static PixelWindow unclipped(PixelGrid site, PixelGrid image) {
    boolean nested = site.epsg() == image.epsg() && image.affine().isNorthUp();
    Envelope pixels = new Envelope();
    double[] pairs = border(site);
    if (site.epsg() != image.epsg()) {
      Projection.ofEpsg(site.epsg()).toLonLat(pairs);
      Projection.ofEpsg(image.epsg()).fromLonLat(pairs);
    }
    for (int i = 0; i < pairs.length; i += 2) {
      pixels.expandToInclude(
          image.affine().column(pairs[i], pairs[i + 1]),
          image.affine().row(pairs[i], pairs[i + 1]));
    }
    boolean exact = nested && isWhole(pixels.getMinX()) && isWhole(pixels.getMinY());
    int margin = exact ? 0 : MARGIN_PX;
    int left = floor(pixels.getMinX(), exact) - margin;
    int top = floor(pixels.getMinY(), exact) - margin;
    int right = -floor(-pixels.getMaxX(), exact) + margin;
    int bottom = -floor(-pixels.getMaxY(), exact) + margin;
    return new PixelWindow(left, top, right - left, bottom - top);
  }

  private static double[] border(PixelGrid grid) {
    double[] pairs = new double[4 * STEPS * 2];
    int at = 0;
    for (int step = 0; step < STEPS; step++) {
      double column = (double) grid.width() * step / STEPS;
      double row = (double) grid.height() * step / STEPS;
      double[][] places = {
        {column, 0},
        {grid.width(), row},
        {grid.width() - column, grid.height()},
        {0, grid.height() - row}
      };
      for (double[] place : places) {
        pairs[at++] = grid.affine().x(place[0], place[1]);
        pairs[at++] = grid.affine().y(place[0], place[1]);
      }
    }
    return pairs;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-3;
  }

  /** Floor, but a number that is whole to a thousandth counts as whole; kept within ±2^30. */
  private static int floor(double value, boolean exact) {
    double limited = Math.max(-0x1p30, Math.min(0x1p30, value));
    return (int) (exact ? Math.floor(limited + 1e-3) : Math.floor(limited));
  }
}
