package org.sitewatch.detect;

import java.util.ArrayList;
import org.sitewatch.detect.segment.PixelSet;

/**
 * What one look shows of each pixel by itself.
 *
 * @param look its place in the stack
 * @param z [band][pixel], signed anomaly in units of noise; only read where it speaks
 * @param speaks pixels the look shows the ground at
 */
record SeenLook(int look, float[][] z, boolean[] speaks) {

  /** Whether it shows at least half of the pixels. */
  boolean shows(PixelSet pixels) {
    return 2 * pixels.count(pixel -> speaks[pixel]) >= pixels.size();
  }

  /** Component-wise median of the anomaly over the pixels that speak, one number a band. */
  Direction direction(PixelSet pixels) {
    return Direction.median(z, pixels, speaks);
  }

  /** The anomaly of one pixel that speaks. */
  Direction direction(int pixel) {
    var components = new ArrayList<Double>();
    for (float[] band : z) {
      components.add(FixedDecimals.of(band[pixel]));
    }
    return new Direction(components);
  }
}
