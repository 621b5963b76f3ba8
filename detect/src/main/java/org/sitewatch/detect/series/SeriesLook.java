package org.sitewatch.detect.series;

import java.util.Optional;
import java.util.function.Function;

/** A look as a {@link SeriesModel} sees it. */
public final class SeriesLook {
  private final LookVectors vectors;
  private final ShiftEstimate shift;
  private final Function<SeriesLook, Residuals> source;
  private Optional<Residuals> residuals = Optional.empty();

  SeriesLook(LookVectors vectors, Residuals residuals, ShiftEstimate shift) {
    this(vectors, look -> residuals, shift);
  }

  /**
   * @param residuals asked for at most once, and only if a difference is
   */
  SeriesLook(LookVectors vectors, Function<SeriesLook, Residuals> residuals, ShiftEstimate shift) {
    this.shift = shift;
    this.vectors = vectors;
    this.source = residuals;
  }

  Residuals residuals() {
    if (residuals.isEmpty()) {
      residuals = Optional.of(source.apply(this));
    }
    return residuals.get();
  }

  /** Of the whole window. */
  SeriesLook whole(SeenPart part, HarmonicModel model) {
    return new SeriesLook(vectors.whole(part), residuals().whole(part, model), shift);
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
    Residuals seen = residuals();
    return (double) seen.normalised()[band][pixel] - seen.predicted()[band][pixel];
  }

  /** Reflectance the model of the season gives for the day. */
  public double predicted(int band, int pixel) {
    return residuals().predicted()[band][pixel];
  }

  /** What the look would have shown there if nothing had happened, on its own scale. */
  public double expected(int band, int pixel) {
    return residuals().maps()[band].invert(residuals().predicted()[band][pixel]);
  }
}
