package org.sitewatch.detect;

import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Cuts a region to where it changed at least half as much as its strong pixels did, along their
 * common direction: a rim blurred by optics, resampling or 20 m bands is half in at the true edge.
 * Differences count, not multiples of noise, which is another for every pixel.
 */
final class HalfAmplitude {
  private static final double HALF = 0.5;

  private HalfAmplitude() {}

  /**
   * @param strong evidence of a strong pixel
   * @param least if fewer pixels were left, the whole region stays
   */
  static PixelSet of(LookEvidence look, PixelSet region, double strong, int least) {
    PixelSet seeds = region.filtered(pixel -> look.evidence()[pixel] >= strong);
    var direction = new double[look.bands()];
    for (int band = 0; band < direction.length; band++) {
      int of = band;
      direction[band] = median(seeds, pixel -> look.difference(of, pixel));
    }
    double half = HALF * reference(look, seeds, direction);
    PixelSet inner = region.filtered(pixel -> along(direction, look, pixel) >= half);
    return inner.size() >= least ? inner : region;
  }

  /**
   * The middle strong pixel is the measure; in a comparison of two dates, where a region is often
   * several changes that touch, one from the weaker quarter, so that the strongest does not cut the
   * others away.
   */
  private static double reference(LookEvidence look, PixelSet seeds, double[] direction) {
    if (look.method() != Method.PAIR) {
      return median(seeds, pixel -> along(direction, look, pixel));
    }
    double[] values = seeds.stream().mapToDouble(pixel -> along(direction, look, pixel)).toArray();
    return Median.select(values, values.length, (values.length - 1) / 4);
  }

  private static double along(double[] direction, LookEvidence look, int pixel) {
    double sum = 0;
    for (int band = 0; band < direction.length; band++) {
      sum += direction[band] * look.difference(band, pixel);
    }
    return sum;
  }

  private interface Amplitude {
    double of(int pixel);
  }

  private static double median(PixelSet pixels, Amplitude amplitude) {
    double[] values = pixels.stream().mapToDouble(amplitude::of).toArray();
    return Median.of(values, values.length);
  }
}
