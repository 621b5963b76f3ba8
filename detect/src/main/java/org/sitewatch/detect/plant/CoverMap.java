package org.sitewatch.detect.plant;

import java.util.Arrays;

/**
 * Which share of each pixel a planted disturbance covers, as a sensor sees it: blurred by the
 * sensor's point spread, which moves cover between pixels and loses none.
 *
 * <p>A class over a primitive array, which is shared and not copied: treat it as read-only.
 */
final class CoverMap {
  /** The blur's kernel ends here, in sigmas. */
  private static final double KERNEL_SIGMAS = 3;

  private final int column;
  private final int row;
  private final int width;
  private final float[] cover;

  private CoverMap(int column, int row, int width, float[] cover) {
    this.column = column;
    this.row = row;
    this.width = width;
    this.cover = cover;
  }

  /**
   * @param points of one layer
   * @param pixel_m side of a pixel
   * @param shift how far the look shows the ground displaced
   * @param sigma_px of the point spread beyond the pixel itself, 0 for none
   */
  static CoverMap of(
      Planting planting,
      ShapePoints.Points points,
      double pixel_m,
      GroundSampling.Shift shift,
      double sigma_px) {
    double x = planting.column() + shift.dx_px();
    double y = planting.row() + shift.dy_px();
    double reach_px = points.reach_m() / pixel_m + KERNEL_SIGMAS * sigma_px + 1;
    int column = (int) Math.floor(x - reach_px);
    int row = (int) Math.floor(y - reach_px);
    int width = (int) Math.ceil(x + reach_px) - column;
    int height = (int) Math.ceil(y + reach_px) - row;
    double cos = StrictMath.cos(planting.angle()) / pixel_m;
    double sin = StrictMath.sin(planting.angle()) / pixel_m;
    var cover = new float[width * height];
    for (int i = 0; i < points.count(); i++) {
      double along_m = points.along_m(i);
      double across_m = points.across_m(i);
      int c = (int) (x - column + cos * along_m - sin * across_m);
      int r = (int) (y - row + sin * along_m + cos * across_m);
      cover[r * width + c]++;
    }
    for (int pixel = 0; pixel < cover.length; pixel++) {
      cover[pixel] *= (float) (points.each_m2() / (pixel_m * pixel_m));
    }
    return new CoverMap(column, row, width, blurred(cover, width, height, sigma_px));
  }

  private static float[] blurred(float[] cover, int width, int height, double sigma_px) {
    if (!(sigma_px > 0)) {
      return cover;
    }
    int reach = (int) Math.ceil(KERNEL_SIGMAS * sigma_px);
    var kernel = new double[2 * reach + 1];
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = StrictMath.exp(-0.5 * k * k / (sigma_px * sigma_px));
    }
    double sum = Arrays.stream(kernel).sum();
    Arrays.setAll(kernel, k -> kernel[k] / sum);
    var across = new float[cover.length];
    spread(cover, height, width, width, 1, kernel, across);
    var both = new float[cover.length];
    spread(across, width, height, 1, width, kernel, both);
    return both;
  }

  /** Along lines; what would leave the map is nothing, for it was made wide enough. */
  private static void spread(
      float[] in, int lines, int length, int toNext, int step, double[] kernel, float[] out) {
    int reach = kernel.length / 2;
    for (int line = 0; line < lines; line++) {
      for (int at = 0; at < length; at++) {
        double value = in[line * toNext + at * step];
        if (value == 0) {
          continue;
        }
        for (int k = Math.max(-reach, -at); k <= Math.min(reach, length - 1 - at); k++) {
          out[line * toNext + (at + k) * step] += (float) (value * kernel[k + reach]);
        }
      }
    }
  }

  /** A pixel and the share of it that is covered. */
  @FunctionalInterface
  interface Visitor {
    void visit(int pixel, double cover);
  }

  /** Visits the covered pixels of a grid; what lies outside of it is left out. */
  void forEach(int gridWidth, int gridHeight, Visitor visitor) {
    for (int i = 0; i < cover.length; i++) {
      int c = column + i % width;
      int r = row + i / width;
      if (cover[i] > 0 && c >= 0 && c < gridWidth && r >= 0 && r < gridHeight) {
        visitor.visit(r * gridWidth + c, cover[i]);
      }
    }
  }

  /** Pixels' worth of ground covered, in and outside of any grid. */
  double sum() {
    double sum = 0;
    for (float share : cover) {
      sum += share;
    }
    return sum;
  }
}
