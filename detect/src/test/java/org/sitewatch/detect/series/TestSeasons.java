package org.sitewatch.detect.series;

import java.util.Arrays;

/** Seasons with given numbers, for tests of what reads them. */
public final class TestSeasons {
  private TestSeasons() {}

  /**
   * @param beta [band][term][pixel]
   * @param sigma of every pixel and band
   */
  public static HarmonicModel of(float[][][] beta, float sigma) {
    int pixels = beta[0][0].length;
    var sigmas = new float[beta.length][pixels];
    for (float[] band : sigmas) {
      Arrays.fill(band, sigma);
    }
    var count = new int[pixels];
    Arrays.fill(count, 60);
    return new HarmonicModel(beta, sigmas, count);
  }
}
