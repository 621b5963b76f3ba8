package org.sitewatch.detect.series;

import java.util.List;
import java.util.Optional;

/**
 * What the history of a site has taught about looks at it: the season, its nuisances, its noise and
 * how high evidence climbs when nothing happens. Immutable; made by {@link SeriesFit}.
 */
public final class SeriesModel {
  private final Background background;
  private final Noise noise;
  private final double[] neighbourhoodScale;
  private final NullYear pixelNull;
  private final NullYear neighbourhoodNull;

  /**
   * @param neighbourhoodScale of {@link NeighbourhoodSum#nullScale}
   * @param pixelNull of the vectors of single pixels
   * @param neighbourhoodNull of the sums over 3 × 3
   */
  SeriesModel(
      Background background,
      Noise noise,
      double[] neighbourhoodScale,
      NullYear pixelNull,
      NullYear neighbourhoodNull) {
    this.background = background;
    this.noise = noise;
    this.neighbourhoodScale = neighbourhoodScale.clone();
    this.pixelNull = pixelNull;
    this.neighbourhoodNull = neighbourhoodNull;
  }

  Background background() {
    return background;
  }

  Noise noise() {
    return noise;
  }

  double[] neighbourhoodScale() {
    return neighbourhoodScale.clone();
  }

  NullYear pixelNull() {
    return pixelNull;
  }

  NullYear neighbourhoodNull() {
    return neighbourhoodNull;
  }

  /** The season of the site. */
  public HarmonicModel season() {
    return background.model();
  }

  /** Earlier clear looks behind each pixel. */
  public int[] counts() {
    return background.model().count();
  }

  /** Robust standard deviation of each pixel around its season, NaN without a model. */
  public float[] sigma(int band) {
    return background.model().sigma(band);
  }

  /** A look as the model sees it; empty if too little of it is clear. */
  public Optional<SeriesLook> look(RegisteredLook look) {
    Residuals residuals = background.compare(look);
    if (!residuals.screened().usable()) {
      return Optional.empty();
    }
    LookVectors vectors = noise.vectors(background.model(), residuals);
    vectors.divideW(neighbourhoodScale);
    return Optional.of(new SeriesLook(vectors, residuals, look.shift()));
  }

  /**
   * Evidence L = -log10 p of every pixel at the last of the looks; NaN = not judged.
   *
   * @param upToLast oldest first
   */
  public float[] evidence(List<LookVectors> upToLast) {
    var evidence = new float[counts().length];
    var other = new float[evidence.length];
    pixelNull.evidence(upToLast, evidence);
    neighbourhoodNull.evidence(upToLast, other);
    for (int pixel = 0; pixel < evidence.length; pixel++) {
      evidence[pixel] = Math.max(evidence[pixel], other[pixel]);
    }
    return evidence;
  }
}
