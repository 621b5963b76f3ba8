package org.sitewatch.detect.score;

import org.sitewatch.detect.segment.PixelSet;

/**
 * The form of an object.
 *
 * @param elongation ratio of the axes of the ellipse with the same second moments, at least 1
 * @param fill share of its bounding box, 0 to 1
 */
record ObjectShape(double elongation, double fill) {
  /** Added to both variances: a pixel is not a point. */
  private static final double PIXEL_VARIANCE = 0.1;

  static ObjectShape of(PixelSet object) {
    int width = object.width();
    double count = object.size();
    double meanColumn = object.stream().mapToDouble(pixel -> pixel % width).sum() / count;
    double meanRow = object.stream().mapToDouble(pixel -> pixel / width).sum() / count;
    double columns = 0;
    double rows = 0;
    double both = 0;
    int left = width;
    int right = 0;
    int top = object.height();
    int bottom = 0;
    for (int pixel : object.stream().toArray()) {
      double x = pixel % width - meanColumn;
      double y = pixel / width - meanRow;
      columns += x * x;
      rows += y * y;
      both += x * y;
      left = Math.min(left, pixel % width);
      right = Math.max(right, pixel % width);
      top = Math.min(top, pixel / width);
      bottom = Math.max(bottom, pixel / width);
    }
    double degrees = Math.max(1, count - 1);
    double xx = columns / degrees + PIXEL_VARIANCE;
    double yy = rows / degrees + PIXEL_VARIANCE;
    double xy = both / degrees;
    double middle = (xx + yy) / 2;
    double spread = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    double elongation =
        Math.sqrt((middle + spread) / Math.max(middle - spread, PIXEL_VARIANCE / 2));
    return new ObjectShape(elongation, count / ((right - left + 1.0) * (bottom - top + 1.0)));
  }
}
