package org.sitewatch.detect.series;

import org.sitewatch.detect.change.LinearMap;

/**
 * A look beside its prediction.
 *
 * @param predicted [band][pixel], reflectance
 * @param normalised [band][pixel], the look on the scale of the prediction; NaN = not seen
 * @param maps from the look's own scale to that of the prediction, one a band
 */
record Residuals(
    ScreenedLook screened, float[][] predicted, float[][] normalised, LinearMap[] maps) {

  /** Of the whole window. */
  Residuals whole(SeenPart part, HarmonicModel model) {
    var everywhere = new float[predicted.length][part.width() * part.height()];
    model.predict(screened.day(), everywhere);
    var whole =
        new ScreenedLook(
            screened.day(),
            part.whole(screened.valid()),
            part.whole(screened.flagged()),
            screened.usable());
    return new Residuals(whole, everywhere, part.whole(normalised, Float.NaN), maps);
  }

  /** Writes the residuals in standard deviations of the pixel. */
  void standardise(HarmonicModel model, float[][] z) {
    for (int band = 0; band < z.length; band++) {
      float[] sigma = model.sigma(band);
      for (int pixel = 0; pixel < sigma.length; pixel++) {
        z[band][pixel] = (normalised[band][pixel] - predicted[band][pixel]) / sigma[pixel];
      }
    }
  }
}
