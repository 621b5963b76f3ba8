package org.sitewatch.detect;

/** Expects the median of the past, brought to the scale of the look. */
final class ScaledHistory implements Expectation {
  private final ClearLooks looks;
  private final int judged;
  private final BandScale[] scales;

  /**
   * @param scales one for each band
   */
  ScaledHistory(ClearLooks looks, int judged, BandScale[] scales) {
    this.looks = looks;
    this.judged = judged;
    this.scales = scales;
  }

  @Override
  public LookShift shift() {
    return looks.shift(judged);
  }

  @Override
  public double difference(int band, int pixel) {
    double now = scales[band].judged().apply(looks.plane(judged, band)[pixel]);
    return now - scales[band].median()[pixel];
  }

  @Override
  public double expected(int band, int pixel) {
    double standardised = scales[band].judged().invert(scales[band].median()[pixel]);
    return looks.map(judged, band).invert(standardised);
  }
}
