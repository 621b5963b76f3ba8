package org.sitewatch.detect.plant;

import java.util.Arrays;
import org.sitewatch.ingest.TileStack;

/**
 * What the ground of one look would show without plants: a pixel that is as bare as the barest
 * tenth of the window shows its own soil; the greener it is, the more the median of that tenth
 * stands in for it. Where red or near infrared is missing a pixel's own value stands.
 */
final class BareSoil {
  private static final double BAREST_SHARE = 0.1;

  /** Greener than the barest tenth by this much NDVI: nothing of the soil shows. */
  private static final double HIDDEN_NDVI = 0.3;

  private final TileStack stack;
  private final int look;
  private final int red;
  private final int nir;
  private final double bareNdvi;
  private final double[] bare;

  BareSoil(TileStack stack, int look) {
    this.stack = stack;
    this.look = look;
    red = stack.bands().indexOf("red");
    nir = stack.bands().indexOf("nir");
    bare = new double[stack.bands().size()];
    double[] sorted = knowsPlants() ? sortedNdvi() : new double[0];
    bareNdvi = sorted.length == 0 ? Double.NaN : sorted[(int) (BAREST_SHARE * sorted.length)];
    for (int band = 0; band < bare.length; band++) {
      bare[band] = medianOfBarest(band);
    }
  }

  private boolean knowsPlants() {
    return red >= 0 && nir >= 0;
  }

  private double ndvi(int pixel) {
    double near = stack.values(look, nir)[pixel];
    double seen = stack.values(look, red)[pixel];
    return (near - seen) / (near + seen);
  }

  private double[] sortedNdvi() {
    var all = new double[stack.grid().size()];
    int count = 0;
    for (int pixel = 0; pixel < all.length; pixel++) {
      double ndvi = ndvi(pixel);
      if (Double.isFinite(ndvi)) {
        all[count++] = ndvi;
      }
    }
    double[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private double medianOfBarest(int band) {
    float[] values = stack.values(look, band);
    var barest = new double[values.length];
    int count = 0;
    for (int pixel = 0; knowsPlants() && pixel < values.length; pixel++) {
      if (ndvi(pixel) <= bareNdvi && Float.isFinite(values[pixel])) {
        barest[count++] = values[pixel];
      }
    }
    double[] sorted = Arrays.copyOf(barest, count);
    Arrays.sort(sorted);
    return count == 0 ? Double.NaN : sorted[count / 2];
  }

  /** Reflectance of the soil of a pixel that is seen. */
  double reflectance(int band, int pixel) {
    double own = stack.values(look, band)[pixel];
    double green = knowsPlants() ? (ndvi(pixel) - bareNdvi) / HIDDEN_NDVI : 0;
    if (!(green > 0) || Double.isNaN(bare[band])) {
      return own;
    }
    double hidden = Math.min(1, green);
    return (1 - hidden) * own + hidden * bare[band];
  }
}
