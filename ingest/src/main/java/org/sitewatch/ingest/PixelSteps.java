package org.sitewatch.ingest;

import org.sitewatch.sites.PixelGrid;

/**
 * How long the side of a site's pixel is in another image, measured in the middle of the site's
 * grid.
 *
 * @param columns in pixels of the image along its rows, above 0
 * @param rows along its columns
 */
record PixelSteps(double columns, double rows) {
  /** From here on interpolation between four pixels would leave out what lies between. */
  private static final double FINER = 1.5;

  static PixelSteps of(PixelGrid site, PixelGrid image) {
    double column = site.width() / 2.0;
    double row = site.height() / 2.0;
    double[] pairs = new double[6];
    double[][] places = {{column, row}, {column + 1, row}, {column, row + 1}};
    for (int i = 0; i < places.length; i++) {
      pairs[2 * i] = site.affine().x(places[i][0], places[i][1]);
      pairs[2 * i + 1] = site.affine().y(places[i][0], places[i][1]);
    }
    GridMapping.projection(site, image).ifPresent(from -> from.toLonLat(pairs));
    GridMapping.projection(image, site).ifPresent(to -> to.fromLonLat(pairs));
    var columns = new double[places.length];
    var rows = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      columns[i] = image.affine().column(pairs[2 * i], pairs[2 * i + 1]);
      rows[i] = image.affine().row(pairs[2 * i], pairs[2 * i + 1]);
    }
    return new PixelSteps(
        Math.hypot(columns[1] - columns[0], columns[2] - columns[0]),
        Math.hypot(rows[1] - rows[0], rows[2] - rows[0]));
  }

  /** Whether a pixel of the site holds so many of the image that their mean is taken. */
  boolean isFiner() {
    return Math.max(columns, rows) >= FINER;
  }
}
