package org.sitewatch.detect.series;

import org.sitewatch.detect.change.FloatBlock;
import org.sitewatch.detect.change.LinearMap;

/**
 * What a site looks like on a day if nothing happened, and how a look differs from that: S3 to S5
 * of docs/detectors/pipeline.md. Pure: a look is compared the same way whether it belongs to the
 * history or came after it.
 */
final class Background {
  /** A look that shows less of the image speaks for nothing. */
  private static final double LEAST_CLEAR = 0.25;

  private final HarmonicModel model;
  private final boolean[] stable;
  private final OpticalBands roles;
  private final int width;
  private final int height;

  Background(HarmonicModel model, OpticalBands roles, int width, int height) {
    this.model = model;
    this.stable = StablePixels.of(model);
    this.roles = roles;
    this.width = width;
    this.height = height;
  }

  private Background(Background whole, SeenPart part) {
    model = whole.model.cut(part);
    stable = part.cut(whole.stable);
    roles = whole.roles;
    width = part.columns();
    height = part.rows();
  }

  /** The same for a part of the window. */
  Background cut(SeenPart part) {
    return new Background(this, part);
  }

  Background whole(SeenPart part) {
    return new Background(model.whole(part), roles, part.width(), part.height());
  }

  HarmonicModel model() {
    return model;
  }

  /** Brings a look to the scale of the prediction and says which of its pixels speak. */
  Residuals compare(RegisteredLook look) {
    int pixels = look.clear().length;
    var predicted = new float[model.bands()][pixels];
    model.predict(look.day(), predicted);
    boolean[] known = look.clear().clone();
    for (int pixel = 0; pixel < pixels; pixel++) {
      known[pixel] &= model.count()[pixel] >= HarmonicModel.LOOKS_TO_JUDGE;
    }
    var normalised = new float[model.bands()][pixels];
    LinearMap[] maps = normalise(look, predicted, known, normalised);
    boolean[] flagged =
        CloudScreen.flag(normalised, predicted, known, look.clouded(), roles, width, height);
    var valid = new boolean[pixels];
    int seen = 0;
    int flags = 0;
    int inImage = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      valid[pixel] = known[pixel] && !flagged[pixel];
      seen += valid[pixel] ? 1 : 0;
      flags += flagged[pixel] ? 1 : 0;
      inImage += look.clear()[pixel] || look.clouded()[pixel] ? 1 : 0;
    }
    if (flags > 0) {
      maps = normalise(look, predicted, valid, normalised);
    }
    boolean usable = seen > 0 && seen >= LEAST_CLEAR * inImage;
    return new Residuals(
        new ScreenedLook(look.day(), valid, flagged, usable), predicted, normalised, maps);
  }

  private LinearMap[] normalise(
      RegisteredLook look, float[][] predicted, boolean[] valid, float[][] normalised) {
    int[] candidates = PredictionNormalization.candidates(valid, stable);
    var maps = new LinearMap[normalised.length];
    var block = new double[FloatBlock.SIZE];
    for (int band = 0; band < maps.length; band++) {
      maps[band] = PredictionNormalization.fit(predicted[band], look.values()[band], candidates);
      float[] values = look.values()[band];
      double offset = maps[band].offset();
      double factor = 1 / maps[band].gain();
      for (int from = 0; from < values.length; from += FloatBlock.SIZE) {
        int count = FloatBlock.count(from, values.length);
        FloatBlock.widen(values, from, count, block);
        for (int i = 0; i < count; i++) {
          block[i] = (block[i] - offset) * factor;
        }
        FloatBlock.narrow(block, count, normalised[band], from);
      }
    }
    return maps;
  }
}
