package org.sitewatch.ingest;

import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
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

  /** The code of the nearest pixel, or -1 outside the image. */
  int[] nearest(Samples codes) {
    var target = new int[site.size()];
    if (separable && codes.type() == SampleType.U8) {
      nearestBytes(codes, target);
      return target;
    }
    for (int row = 0, at = 0; row < site.height(); row++) {
      for (int column = 0; column < site.width(); column++, at++) {
        int x = pixel(columns[separable ? column : at]);
        int y = pixel(rows[separable ? row : at]);
        boolean inside = x >= 0 && y >= 0 && x < codes.width() && y < codes.height();
        target[at] = inside ? (int) codes.value(0, x, y) : -1;
      }
    }
    return target;
  }

  /** A place between two pixels belongs to the one after it, as in GDAL. */
  private static int pixel(double place) {
    return (int) Math.floor(place + HALF + ROUNDING_PX);
  }

  private void nearestBytes(Samples codes, int[] target) {
    byte[] bytes = codes.bytes(0);
    int[] across = new int[columns.length];
    Arrays.setAll(across, column -> pixel(columns[column]));
    for (int row = 0; row < rows.length; row++) {
      int y = pixel(rows[row]);
      boolean inside = y >= 0 && y < codes.height();
      int rowAt = row * across.length;
      for (int column = 0; column < across.length; column++) {
        int x = across[column];
        target[rowAt + column] =
            inside && x >= 0 && x < codes.width() ? bytes[y * codes.width() + x] & 0xff : -1;
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
