package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.PixelState;
import org.sitewatch.detect.series.SeriesLook;

/**
 * What the newest looks of a site show beside what was expected of them: per pixel the median of
 * observed less predicted reflectance over those of the looks that speak of the pixel. Of red it is
 * kept once it was asked for. Not for several threads.
 */
final class RecentChange {
  private static final double TINY = 1e-3;

  private final List<SeriesLook> newest;
  private final float[] evidence;
  private final OpticalBands roles;
  private final int width;
  private final int height;
  private final double[] values;

  /**
   * [pixel], reflectance, which the texture of the neighbours asks for too; empty before red is
   * asked for, NaN where no look speaks or nobody asked.
   */
  private double[] redDifferences = {};

  /**
   * @param newest oldest first, the judged one last; at least one
   * @param evidence of the judged one, NaN = not judged
   */
  RecentChange(
      List<SeriesLook> newest, float[] evidence, OpticalBands roles, int width, int height) {
    this.newest = List.copyOf(newest);
    this.evidence = evidence;
    this.roles = roles;
    this.width = width;
    this.height = height;
    values = new double[newest.size()];
  }

  /** Reflectance; NaN where no look speaks. */
  double difference(int band, int pixel) {
    if (band != roles.red()) {
      return measured(band, pixel);
    }
    if (redDifferences.length == 0) {
      redDifferences = new double[width * height];
      Arrays.fill(redDifferences, Double.NaN);
    }
    if (Double.isNaN(redDifferences[pixel])) {
      redDifferences[pixel] = measured(band, pixel);
    }
    return redDifferences[pixel];
  }

  private double measured(int band, int pixel) {
    int count = 0;
    for (SeriesLook look : newest) {
      if (speaks(look, pixel)) {
        values[count++] = look.difference(band, pixel);
      }
    }
    return Median.of(values, count);
  }

  /** Of the newest looks, those that speak of the pixel: 0 to 1. */
  double clearShare(int pixel) {
    int count = 0;
    for (SeriesLook look : newest) {
      count += speaks(look, pixel) ? 1 : 0;
    }
    return (double) count / newest.size();
  }

  /** Change of NDVI; NaN where no look speaks. */
  double ndvi(int pixel) {
    double red = predicted(roles.red(), pixel);
    double nir = predicted(roles.nir(), pixel);
    return ndvi(red + difference(roles.red(), pixel), nir + difference(roles.nir(), pixel))
        - ndvi(red, nir);
  }

  /** NDVI that was expected. */
  double expectedNdvi(int pixel) {
    return ndvi(predicted(roles.red(), pixel), predicted(roles.nir(), pixel));
  }

  /** Reflectance the model of the season gives for the judged look. */
  double predicted(int band, int pixel) {
    return newest.get(newest.size() - 1).predicted(band, pixel);
  }

  /**
   * Change of the standard deviation of red over 3 × 3 pixels; NaN if fewer than 2 of them speak.
   */
  double texture(int pixel) {
    double count = 0;
    double before = 0;
    double beforeSquares = 0;
    double now = 0;
    double nowSquares = 0;
    for (int row = Math.max(0, pixel / width - 1);
        row <= Math.min(height - 1, pixel / width + 1);
        row++) {
      for (int column = Math.max(0, pixel % width - 1);
          column <= Math.min(width - 1, pixel % width + 1);
          column++) {
        double expected = predicted(roles.red(), row * width + column);
        double seen = expected + difference(roles.red(), row * width + column);
        if (!Double.isNaN(seen)) {
          count++;
          before += expected;
          beforeSquares += expected * expected;
          now += seen;
          nowSquares += seen * seen;
        }
      }
    }
    return count < 2
        ? Double.NaN
        : deviation(now, nowSquares, count) - deviation(before, beforeSquares, count);
  }

  private static double deviation(double sum, double squares, double count) {
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }

  private static double ndvi(double red, double nir) {
    return (nir - red) / (nir + red + TINY);
  }

  /** A look our own screen takes for cloud speaks only where the judged one released it. */
  private boolean speaks(SeriesLook look, int pixel) {
    byte state = look.vectors().state()[pixel];
    return state == PixelState.VALID
        || state == PixelState.FLAGGED
            && newest.get(newest.size() - 1).vectors().state()[pixel] == PixelState.FLAGGED
            && !Float.isNaN(evidence[pixel]);
  }
}
