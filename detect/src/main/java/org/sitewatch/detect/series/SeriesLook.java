package org.sitewatch.detect.series;

/** A look as a {@link SeriesModel} sees it. */
public final class SeriesLook {
  private final LookVectors vectors;
  private final Residuals residuals;
  private final ShiftEstimate shift;

  SeriesLook(LookVectors vectors, Residuals residuals, ShiftEstimate shift) {
    this.shift = shift;
    this.vectors = vectors;
    this.residuals = residuals;
  }

  /** How far it lay off the reference. */
  public ShiftEstimate shift() {
    return shift;
  }

  public LookVectors vectors() {
    return vectors;
  }

  /** Observed less predicted reflectance, the look brought to the scale of the prediction. */
  public double difference(int band, int pixel) {
    return (double) residuals.normalised()[band][pixel] - residuals.predicted()[band][pixel];
  }

  /** Reflectance the model of the season gives for the day. */
  public double predicted(int band, int pixel) {
    return residuals.predicted()[band][pixel];
  }

  /** What the look would have shown there if nothing had happened, on its own scale. */
  public double expected(int band, int pixel) {
    return residuals.maps()[band].invert(residuals.predicted()[band][pixel]);
  }
}
