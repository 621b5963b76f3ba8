package org.sitewatch.detect;

import org.sitewatch.detect.change.LinearMap;

/** One band of a look and of its past, on the common scale. */
final class BandScale {
  private final LinearMap[] maps;
  private final float[] median;
  private final float[] spread;

  /**
   * @param maps from standardised values, one for each earlier look and the last for the judged one
   * @param median of the earlier looks, NaN = never seen
   * @param spread 1.4826 × MAD of the earlier looks
   */
  BandScale(LinearMap[] maps, float[] median, float[] spread) {
    this.maps = maps;
    this.median = median;
    this.spread = spread;
  }

  /** Of an earlier look by its place among them. */
  LinearMap map(int earlier) {
    return maps[earlier];
  }

  LinearMap judged() {
    return maps[maps.length - 1];
  }

  float[] median() {
    return median;
  }

  float[] spread() {
    return spread;
  }
}
