package org.sitewatch.ingest;

import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/**
 * Where the pixel centres of a site's grid lie in another image, by exact inverse transform:
 * columns and rows in pixel units of that image, its first pixel's centre being (0, 0). The rules
 * of resampling are in docs/grids.md.
 */
final class GridMapping {
  /**
   * Nearest-pixel edge of a lookup: a centre this far outside still belongs to the border pixel.
   */
  private static final double HALF = 0.5;

  /** What a place may be off by the arithmetic of transforms, in pixels. */
  static final double ROUNDING_PX = 1e-5;

  private final PixelGrid site;

  /** Whether columns depend on the column only and rows on the row: both grids are north-up. */
  private final boolean separable;

  private final double[] columns;
  private final double[] rows;
  private final PixelSteps steps;

  private GridMapping(
      PixelGrid site, boolean separable, double[] columns, double[] rows, PixelSteps steps) {
    this.site = site;
    this.separable = separable;
    this.columns = columns;
    this.rows = rows;
    this.steps = steps;
  }

  static GridMapping of(PixelGrid site, PixelGrid image) {
    boolean northUp = site.affine().isNorthUp() && image.affine().isNorthUp();
    return site.epsg() == image.epsg() && northUp ? separable(site, image) : full(site, image);
  }

  private static GridMapping separable(PixelGrid site, PixelGrid image) {
    var columns = new double[site.width()];
    var rows = new double[site.height()];
    for (int column = 0; column < columns.length; column++) {
      double x = site.affine().x(column + 0.5, 0.5);
      columns[column] = place(image.affine().column(x, 0));
    }
    for (int row = 0; row < rows.length; row++) {
      double y = site.affine().y(0.5, row + 0.5);
      rows[row] = place(image.affine().row(0, y));
    }
    return new GridMapping(site, true, columns, rows, PixelSteps.of(site, image));
  }

  /** Every pixel by itself. */
  static GridMapping full(PixelGrid site, PixelGrid image) {
    var columns = new double[site.size()];
    var rows = new double[site.size()];
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
        columns[at] = place(image.affine().column(x, y));
        rows[at] = place(image.affine().row(x, y));
      }
    }
    return new GridMapping(site, false, columns, rows, PixelSteps.of(site, image));
  }

  /** From the corner's count to the centre's; a centre that lies on a centre does so exactly. */
  private static double place(double fromCorner) {
    double place = fromCorner - HALF;
    double whole = Math.rint(place);
    return Math.abs(place - whole) < ROUNDING_PX ? whole : place;
  }

  /** The projection of a grid, needed only if the other grid is in another CRS. */
  static Optional<Projection> projection(PixelGrid grid, PixelGrid other) {
    return grid.epsg() == other.epsg()
        ? Optional.empty()
        : Optional.of(Projection.ofEpsg(grid.epsg()));
  }

  /** How long a step of the site's grid is in the image. */
  PixelSteps steps() {
    return steps;
  }

  /**
   * A band's values on the site's grid: their mean over the site's pixel if the image is finer,
   * else interpolated between them. NaN where a pixel that takes part is NaN or outside.
   *
   * @param values of the image, row by row
   * @param target of the site, row by row
   */
  void resample(float[] values, int width, int height, float[] target) {
    var mean = new AreaMean(steps, values, width, height);
    for (int row = 0, at = 0; row < site.height(); row++) {
      for (int column = 0; column < site.width(); column++, at++) {
        double x = columns[separable ? column : at];
        double y = rows[separable ? row : at];
        target[at] = steps.isFiner() ? mean.around(x, y) : bilinear(values, width, height, x, y);
      }
    }
  }

  /** Beyond the centre of a border pixel its value goes on to its edge. */
  private static float bilinear(float[] values, int width, int height, double column, double row) {
    if (!isInside(column, width) || !isInside(row, height)) {
      return Float.NaN;
    }
    double x = Math.max(0, Math.min(width - 1, column));
    double y = Math.max(0, Math.min(height - 1, row));
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    float above = mix(values[top * width + left], values[top * width + right], fx);
    float below = mix(values[bottom * width + left], values[bottom * width + right], fx);
    return mix(above, below, fy);
  }

  private static boolean isInside(double place, int pixels) {
    return place >= -HALF - ROUNDING_PX && place <= pixels - HALF + ROUNDING_PX;
  }

  /** Weighted mean; a value of weight 0 takes no part, not even as NaN. */
  private static float mix(float a, float b, float weight) {
    return weight == 0 ? a : a + weight * (b - a);
  }

  /**
   * The value of the nearest pixel.
   *
   * @param values of the image, row by row
   * @param beyond for a place outside the image
   */
  byte[] nearest(byte[] values, int width, int height, byte beyond) {
    var target = new byte[site.size()];
    if (separable) {
      nearestRows(values, width, height, beyond, target);
      return target;
    }
    for (int at = 0; at < target.length; at++) {
      int x = pixel(columns[at], width);
      int y = pixel(rows[at], height);
      target[at] = x >= 0 && y >= 0 ? values[y * width + x] : beyond;
    }
    return target;
  }

  /** A place between two pixels belongs to the one after it, as in GDAL; -1 outside the image. */
  private static int pixel(double place, int pixels) {
    int pixel = (int) Math.floor(place + HALF + ROUNDING_PX);
    return pixel < pixels ? Math.max(-1, pixel) : -1;
  }

  /** Rows of the site that lie in one row of the image are the same. */
  private void nearestRows(byte[] values, int width, int height, byte beyond, byte[] target) {
    var across = new int[columns.length];
    Arrays.setAll(across, column -> pixel(columns[column], width));
    for (int row = 0; row < rows.length; row++) {
      int y = pixel(rows[row], height);
      int rowAt = row * across.length;
      if (y < 0) {
        Arrays.fill(target, rowAt, rowAt + across.length, beyond);
      } else if (row > 0 && y == pixel(rows[row - 1], height)) {
        System.arraycopy(target, rowAt - across.length, target, rowAt, across.length);
      } else {
        for (int column = 0; column < across.length; column++) {
          int x = across[column];
          target[rowAt + column] = x < 0 ? beyond : values[y * width + x];
        }
      }
    }
  }

  /**
   * Where the image is finer, a pixel speaks only if all that it covers is clear: takes from a
   * clear pixel its word, for the state that covers it most of those that are not clear.
   *
   * @param fine states of the image
   * @param states of the site, changed in place
   */
  void silence(byte[] fine, int width, int height, byte[] states) {
    var mean = new AreaMean(steps, new float[0], width, height);
    for (int row = 0, at = 0; row < site.height() && steps.isFiner(); row++) {
      for (int column = 0; column < site.width(); column++, at++) {
        if (states[at] == PixelState.CLEAR.code()) {
          double x = columns[separable ? column : at];
          double y = rows[separable ? row : at];
          states[at] = mean.stateAround(fine, x, y).code();
        }
      }
    }
  }
}
