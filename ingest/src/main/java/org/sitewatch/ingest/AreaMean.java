package org.sitewatch.ingest;

import java.util.Arrays;

/**
 * What a site's pixel covers in a finer image: a box of its size around its centre, along the
 * image's own axes; along an axis on which the image is not finer it is at least a pixel wide, so
 * that no place falls between pixels. Pixels at its rim count by the share that lies in it. For one
 * thread.
 */
final class AreaMean {
  /** A pixel of which the box holds less takes no part. */
  private static final double LEAST_SHARE = 1e-3;

  private static final PixelState[] STATES = PixelState.values();

  private final double[] shares = new double[STATES.length];
  private final double halfColumns;
  private final double halfRows;
  private final float[] values;
  private final int width;
  private final int height;

  /**
   * @param values of the image, row by row; not needed for states
   */
  AreaMean(PixelSteps steps, float[] values, int width, int height) {
    this.halfColumns = Math.max(1, steps.columns()) / 2;
    this.halfRows = Math.max(1, steps.rows()) / 2;
    this.values = values;
    this.width = width;
    this.height = height;
  }

  /** NaN if a pixel that takes part is NaN or the box reaches out of the image. */
  float around(double column, double row) {
    if (reachesOut(column, halfColumns, width) || reachesOut(row, halfRows, height)) {
      return Float.NaN;
    }
    double sum = 0;
    double weights = 0;
    for (int y = first(row, halfRows); y <= last(row, halfRows, height); y++) {
      double down = share(y, row, halfRows);
      for (int x = first(column, halfColumns); x <= last(column, halfColumns, width); x++) {
        double weight = down * share(x, column, halfColumns);
        if (weight > LEAST_SHARE) {
          sum += weight * values[y * width + x];
          weights += weight;
        }
      }
    }
    return (float) (sum / weights);
  }

  /** Clear if all is, else what of the rest covers most, of equal ones the first. */
  PixelState stateAround(byte[] states, double column, double row) {
    if (reachesOut(column, halfColumns, width) || reachesOut(row, halfRows, height)) {
      return PixelState.OUTSIDE;
    }
    Arrays.fill(shares, 0);
    for (int y = first(row, halfRows); y <= last(row, halfRows, height); y++) {
      double down = share(y, row, halfRows);
      for (int x = first(column, halfColumns); x <= last(column, halfColumns, width); x++) {
        double weight = down * share(x, column, halfColumns);
        shares[states[y * width + x]] += weight > LEAST_SHARE ? weight : 0;
      }
    }
    PixelState most = PixelState.CLEAR;
    for (PixelState kind : STATES) {
      boolean more = most == PixelState.CLEAR || shares[kind.ordinal()] > shares[most.ordinal()];
      if (kind != PixelState.CLEAR && shares[kind.ordinal()] > 0 && more) {
        most = kind;
      }
    }
    return most;
  }

  private static boolean reachesOut(double centre, double half, int pixels) {
    return !(centre - half >= -0.5 - LEAST_SHARE && centre + half <= pixels - 0.5 + LEAST_SHARE);
  }

  private static int first(double centre, double half) {
    return Math.max(0, (int) Math.floor(centre - half + 0.5));
  }

  private static int last(double centre, double half, int pixels) {
    return Math.min(pixels - 1, (int) Math.floor(centre + half + 0.5));
  }

  /** How much of a pixel lies in the box along one axis, 0 to 1. */
  private static double share(int pixel, double centre, double half) {
    double from = Math.max(pixel - 0.5, centre - half);
    double to = Math.min(pixel + 0.5, centre + half);
    return Math.max(0, to - from);
  }
}
