package org.sitewatch.detect.series;

import java.util.List;
import java.util.Optional;

/**
 * What the history of a site has taught about looks at it: the season, its nuisances, its noise and
 * how high evidence climbs when nothing happens. Made by {@link SeriesFit}; for one thread.
 */
public final class SeriesModel {
  private final Background background;
  private final Noise noise;
  private final double[] neighbourhoodScale;
  private final NullYear pixelNull;
  private final NullYear neighbourhoodNull;

  // What looks at a part of the window are compared with: mostly the same part.
  private SeenPart part;
  private Background partOfBackground;
  private Noise partOfNoise;

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

  /** A model of a part of a window for all of it. */
  SeriesModel whole(SeenPart part) {
    return new SeriesModel(
        background.whole(part),
        noise.whole(part),
        neighbourhoodScale,
        pixelNull.whole(part),
        neighbourhoodNull.whole(part));
  }

  /** A look as the model sees it; empty if too little of it is clear. */
  public Optional<SeriesLook> look(RegisteredLook look) {
    SeenPart seen = SeenPart.of(List.of(look), noise.width(), noise.height());
    if (seen.isWhole()) {
      return look(look, background, noise);
    }
    if (!seen.equals(part)) {
      part = seen;
      partOfBackground = background.cut(seen);
      partOfNoise = noise.cut(seen);
    }
    return look(seen.cut(look), partOfBackground, partOfNoise)
        .map(shown -> shown.whole(seen, background.model()));
  }

  private Optional<SeriesLook> look(RegisteredLook look, Background season, Noise usual) {
    Residuals residuals = season.compare(look);
    if (!residuals.screened().usable()) {
      return Optional.empty();
    }
    LookVectors vectors = usual.vectors(season.model(), residuals);
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
