package org.sitewatch.detect.series;

/**
 * Fits each pixel's year: level and two waves, {@code [1, cos wt, sin wt, cos 2wt, sin 2wt]}, w =
 * 2π / 365.25 d, robustly and with a light ridge on the waves. All bands share one weight a look: a
 * look that strays in one band is a bad look.
 */
public final class HarmonicFit {
  /** Pixels are copied together in blocks of this many: a cache line of a plane. */
  private static final int BLOCK = 16;

  /** Of the median sigma of a band: a pixel is never taken for quieter than this. */
  private static final double LEAST_SHARE_OF_SIGMA = 0.3;

  private HarmonicFit() {}

  /**
   * @param days of each look, from any epoch; {@link HarmonicModel#predict} counts from the same
   * @param values [look][band][pixel], reflectance; NaN = not seen, whatever {@code valid} says
   * @param valid [look][pixel] seen clear
   * @param looks which of them are the history, each once
   */
  public static HarmonicModel fit(
      double[] days, float[][][] values, boolean[][] valid, int[] looks) {
    int bands = values[0].length;
    int pixels = values[0][0].length;
    var beta = new float[bands][SeasonalTerms.COUNT][pixels];
    var sigma = new float[bands][pixels];
    var count = new int[pixels];
    var terms = new double[looks.length][];
    for (int i = 0; i < looks.length; i++) {
      terms[i] = SeasonalTerms.of(days[looks[i]]);
    }
    var pixelFit = new PixelFit(looks.length, bands);
    var block = new float[looks.length * bands * BLOCK];
    for (int start = 0; start < pixels; start += BLOCK) {
      int length = Math.min(BLOCK, pixels - start);
      copy(values, looks, start, length, block);
      for (int offset = 0; offset < length; offset++) {
        int pixel = start + offset;
        pixelFit.clear();
        for (int i = 0; i < looks.length; i++) {
          if (valid[looks[i]][pixel]) {
            pixelFit.add(terms[i], block, i * bands * BLOCK + offset, BLOCK);
          }
        }
        count[pixel] = pixelFit.count();
        boolean fitted = pixelFit.solve();
        for (int band = 0; band < bands; band++) {
          sigma[band][pixel] = fitted ? (float) pixelFit.sigma(band) : Float.NaN;
          for (int term = 0; term < SeasonalTerms.COUNT; term++) {
            beta[band][term][pixel] = fitted ? (float) pixelFit.beta(band, term) : Float.NaN;
          }
        }
      }
    }
    for (float[] plane : sigma) {
      raise(plane);
    }
    return new HarmonicModel(beta, sigma, count);
  }

  /** Pixels of a block side by side: {@code block[(look * bands + band) * BLOCK + offset]}. */
  private static void copy(float[][][] values, int[] looks, int start, int length, float[] block) {
    int to = 0;
    for (int look : looks) {
      for (float[] plane : values[look]) {
        System.arraycopy(plane, start, block, to, length);
        to += BLOCK;
      }
    }
  }

  private static void raise(float[] sigma) {
    float least = (float) (LEAST_SHARE_OF_SIGMA * HarmonicModel.medianOfNumbers(sigma));
    for (int pixel = 0; pixel < sigma.length; pixel++) {
      if (sigma[pixel] < least) {
        sigma[pixel] = least;
      }
    }
  }
}
