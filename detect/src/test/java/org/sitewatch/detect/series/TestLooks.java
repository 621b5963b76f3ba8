package org.sitewatch.detect.series;

import org.sitewatch.detect.change.LinearMap;

/** Looks with given numbers, for tests of what reads them. */
public final class TestLooks {
  private TestLooks() {}

  /**
   * @param predicted [band][pixel]
   * @param seen [band][pixel]
   * @param state of each pixel
   */
  public static SeriesLook of(double day, float[][] predicted, float[][] seen, byte[] state) {
    var vectors =
        new LookVectors(day, new float[1][state.length], new float[1][state.length], state);
    var maps = new LinearMap[predicted.length];
    return new SeriesLook(vectors, new Residuals(null, predicted, seen, maps), null);
  }
}
