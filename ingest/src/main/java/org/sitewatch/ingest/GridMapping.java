package org.sitewatch.ingest;

import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/**
 * Where the pixel centres of a site's grid lie in another image, by exact inverse transform:
 * columns and rows in pixel units of that image, its first pixel's centre being (0, 0).
 */
final class GridMapping {
  /**
   * Nearest-pixel edge of a lookup: a centre this far outside still belongs to the border pixel.
   */
  private static final float HALF = 0.5f;

  private final PixelGrid site;

  /** Whether columns depend on the column only and rows on the row: both grids are north-up. */
  private final boolean separable;

  private final float[] columns;
  private final float[] rows;

  private GridMapping(PixelGrid site, boolean separable, float[] columns, float[] rows) {
    this.site = site;
    this.separable = separable;
    this.columns = columns;
    this.rows = rows;
  }

  static GridMapping of(PixelGrid site, PixelGrid image) {
    boolean northUp = site.affine().isNorthUp() && image.affine().isNorthUp();
    return site.epsg() == image.epsg() && northUp ? separable(site, image) : full(site, image);
  }

  private static GridMapping separable(PixelGrid site, PixelGrid image) {
    var columns = new float[site.width()];
    var rows = new float[site.height()];
    for (int column = 0; column < columns.length; column++) {
      double x = site.affine().x(column + 0.5, 0.5);
      columns[column] = (float) (image.affine().column(x, 0) - 0.5);
    }
    for (int row = 0; row < rows.length; row++) {
      double y = site.affine().y(0.5, row + 0.5);
      rows[row] = (float) (image.affine().row(0, y) - 0.5);
    }
    return new GridMapping(site, true, columns, rows);
  }

  /** Every pixel by itself. */
  static GridMapping full(PixelGrid site, PixelGrid image) {
    var columns = new float[site.size()];
    var rows = new float[site.size()];
    double[] pairs = new double[2 * site.width()];
    Optional<Projection> from = projection(site, image);
    Optional<Projection> to = projection(image, site);
    for (int row = 0; row < site.height(); row++) {
      for (int column = 0; column < site.width(); column++) {
        pairs[2 * column] = site.affine().x(column + 0.5, row + 0.5);
        pairs[2 * column + 1] = site.affine().y(column + 0.5, row + 0.5);
      }
      from.ifPresent(projection -> projection.toLonLat(pairs));
      to.ifPresent(projection -> projection.fromLonLat(pairs));
      for (int column = 0; column < site.width(); column++) {
        double x = pairs[2 * column];
        double y = pairs[2 * column + 1];
        int at = row * site.width() + column;
        columns[at] = (float) (image.affine().column(x, y) - 0.5);
        rows[at] = (float) (image.affine().row(x, y) - 0.5);
      }
    }
    return new GridMapping(site, false, columns, rows);
  }

  /** The projection of a grid, needed only if the other grid is in another CRS. */
  private static Optional<Projection> projection(PixelGrid grid, PixelGrid other) {
    return grid.epsg() == other.epsg()
        ? Optional.empty()
        : Optional.of(Projection.ofEpsg(grid.epsg()));
  }

  /**
   * Bilinear interpolation of a band's values onto the site's grid; NaN where a pixel that takes
   * part is NaN or outside. Beyond the centre of a border pixel its value goes on to its edge.
   *
   * @param values of the image, row by row
   * @param target of the site, row by row
   */
  void bilinear(float[] values, int width, int height, float[] target) {
    for (int row = 0, at = 0; row < site.height(); row++) {
      for (int column = 0; column < site.width(); column++, at++) {
        float x = columns[separable ? column : at];
        float y = rows[separable ? row : at];
        target[at] = bilinear(values, width, height, x, y);
      }
    }
  }

  private static float bilinear(float[] values, int width, int height, float column, float row) {
    if (!(column >= -HALF && row >= -HALF && column <= width - HALF && row <= height - HALF)) {
      return Float.NaN;
    }
    float x = Math.max(0, Math.min(width - 1, column));
    float y = Math.max(0, Math.min(height - 1, row));
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    float fx = x - left;
    float fy = y - top;
    float above = mix(values[top * width + left], values[top * width + right], fx);
    float below = mix(values[bottom * width + left], values[bottom * width + right], fx);
    return mix(above, below, fy);
  }

  /** Weighted mean; a value of weight 0 takes no part, not even as NaN. */
  private static float mix(float a, float b, float weight) {
    return weight == 0 ? a : a + weight * (b - a);
  }

  /** The code of the nearest pixel, or -1 outside the image. */
  int[] nearest(Samples codes) {
    var target = new int[site.size()];
    if (separable && codes.type() == SampleType.U8) {
      nearestBytes(codes, target);
      return target;
    }
    for (int row = 0, at = 0; row < site.height(); row++) {
      for (int column = 0; column < site.width(); column++, at++) {
        int x = Math.round(columns[separable ? column : at]);
        int y = Math.round(rows[separable ? row : at]);
        boolean inside = x >= 0 && y >= 0 && x < codes.width() && y < codes.height();
        target[at] = inside ? (int) codes.value(0, x, y) : -1;
      }
    }
    return target;
  }

  private void nearestBytes(Samples codes, int[] target) {
    byte[] bytes = codes.bytes(0);
    int[] across = new int[columns.length];
    Arrays.setAll(across, column -> Math.round(columns[column]));
    for (int row = 0; row < rows.length; row++) {
      int y = Math.round(rows[row]);
      boolean inside = y >= 0 && y < codes.height();
      int rowAt = row * across.length;
      for (int column = 0; column < across.length; column++) {
        int x = across[column];
        target[rowAt + column] =
            inside && x >= 0 && x < codes.width() ? bytes[y * codes.width() + x] & 0xff : -1;
      }
    }
  }
}
