package org.sitewatch.ingest;

import java.io.IOException;
import java.util.List;

/** Backscatter as linear power, which is above 0: what is not, is no measurement. */
final class RadarPower {
  private static final double TOLERATED_SHARE = 0.05;

  private RadarPower() {}

  /**
   * Makes NaN of what is not above 0.
   *
   * @param values [band][pixel], null where the scene lacks the band
   * @throws IOException if more than 5 % of a band's pixels with data are below 0, as decibels are
   */
  static void clean(Scene scene, List<String> bands, float[][] values) throws IOException {
    for (int band = 0; band < values.length; band++) {
      if (values[band] == null) {
        continue;
      }
      int known = 0;
      int negative = 0;
      float[] plane = values[band];
      for (int i = 0; i < plane.length; i++) {
        known += Float.isNaN(plane[i]) ? 0 : 1;
        negative += plane[i] < 0 ? 1 : 0;
        plane[i] = plane[i] > 0 ? plane[i] : Float.NaN;
      }
      if (negative > TOLERATED_SHARE * known) {
        throw new IOException(
            "scene '"
                + scene.id()
                + "' is in quarantine: "
                + Math.round(100.0 * negative / known)
                + " % of the pixels in "
                + bands.get(band)
                + " are below 0, which linear power is not; if they are decibels, its STAC item"
                + " has to say so (raster:bands unit dB)");
      }
    }
  }
}
