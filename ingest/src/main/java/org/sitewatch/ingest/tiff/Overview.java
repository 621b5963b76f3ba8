package org.sitewatch.ingest.tiff;

/** How an image is halved for its overviews. */
public enum Overview {
  NONE,
  /** Mean of the pixels with data, rounded; nodata where none has. */
  AVERAGE,
  /** The upper left pixel of four: for classes. */
  NEAREST;

  /**
   * The same image at half the size, rounded up.
   *
   * @param nodata NaN if there is none
   */
  Samples halve(Samples full, double nodata) {
    int width = (full.width() + 1) / 2;
    int height = (full.height() + 1) / 2;
    var planes = new Object[full.bands()];
    for (int band = 0; band < planes.length; band++) {
      planes[band] = full.type().newArray(width * height);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          double value =
              this == NEAREST
                  ? full.value(band, 2 * column, 2 * row)
                  : mean(full, band, 2 * column, 2 * row, nodata);
          int at = row * width + column;
          full.type().fill(planes[band], at, at + 1, value);
        }
      }
    }
    return new Samples(full.type(), width, height, planes, new PixelWindow(0, 0, width, height));
  }

  private static double mean(Samples full, int band, int column, int row, double nodata) {
    double none = full.type() == SampleType.F32 ? (float) nodata : nodata;
    double sum = 0;
    int count = 0;
    for (int y = row; y < Math.min(row + 2, full.height()); y++) {
      for (int x = column; x < Math.min(column + 2, full.width()); x++) {
        double value = full.value(band, x, y);
        if (value != none && !Double.isNaN(value)) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? none : sum / count;
  }
}
