package org.sitewatch.detect.series;

import java.util.Arrays;

/**
 * Turns residuals into vectors that are alike everywhere when nothing happens: nuisance modes,
 * ring, seasonal scale, whitening, clutter (S6 to S10 of docs/detectors/pipeline.md).
 */
final class Noise {
  /** Modes of drying, green-up and light: more would learn the disturbances of the past. */
  private static final int MODES = 8;

  private final NuisanceModes modes;
  private final SeasonalScale scale;
  private final Whitening whitening;
  private final int width;
  private final int height;

  Noise(NuisanceModes modes, SeasonalScale scale, Whitening whitening, int width, int height) {
    this.modes = modes;
    this.scale = scale;
    this.whitening = whitening;
    this.width = width;
    this.height = height;
  }

  /** The same for a part of the window. */
  Noise cut(SeenPart part) {
    return new Noise(modes.cut(part), scale.cut(part), whitening, part.columns(), part.rows());
  }

  Noise whole(SeenPart part) {
    return new Noise(modes.whole(part), scale.whole(part), whitening, part.width(), part.height());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  NuisanceModes modes() {
    return modes;
  }

  SeasonalScale scale() {
    return scale;
  }

  Whitening whitening() {
    return whitening;
  }

  /**
   * Learns from a history, and turns it into vectors on the way.
   *
   * @param z [look][band][pixel], residuals in standard deviations; becomes u in place
   * @param valid [look][pixel]
   * @param days of the looks
   */
  static Noise learn(float[][][] z, boolean[][] valid, double[] days, int width, int height) {
    int[] all = new int[z.length];
    Arrays.setAll(all, i -> i);
    NuisanceModes modes = NuisanceModes.fit(z, valid, all, MODES);
    for (int look : all) {
      modes.remove(z[look], valid[look]);
      RingContrast.subtract(z[look], valid[look], width, height);
    }
    SeasonalScale scale = SeasonalScale.fit(z, valid, days, all);
    for (int look : all) {
      scale.divide(days[look], z[look]);
    }
    Whitening whitening = Whitening.fit(z, valid, all);
    for (int look : all) {
      whitening.apply(z[look]);
      ClutterScale.divide(z[look], valid[look], width, height);
    }
    return new Noise(modes, scale, whitening, width, height);
  }

  LookVectors vectors(HarmonicModel model, Residuals residuals) {
    boolean[] valid = residuals.screened().valid();
    var z = new float[residuals.normalised().length][valid.length];
    residuals.standardise(model, z);
    modes.remove(z, valid);
    RingContrast.subtract(z, valid, width, height);
    scale.divide(residuals.screened().day(), z);
    whitening.apply(z);
    ClutterScale.divide(z, valid, width, height);
    return vectors(z, residuals.screened());
  }

  /** The same from what {@link #learn} left behind. */
  LookVectors vectors(float[][] u, ScreenedLook look) {
    return LookVectors.of(look.day(), u, look.states(), width, height);
  }
}
