package org.sitewatch.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Notices a radiometric offset that was applied twice or declared wrongly: reflectance is not
 * negative. Such a scene is put in quarantine with the reason, never used silently.
 */
final class Plausibility {
  static final Set<String> VISIBLE = Set.of("blue", "green", "red");
  private static final float IMPOSSIBLE_REFLECTANCE = -0.02f;
  private static final double TOLERATED_SHARE = 0.05;

  private Plausibility() {}

  /**
   * @param values [band][pixel], null where the scene lacks the band
   * @throws IOException if more than 5 % of the clear pixels of a visible band of a Sentinel-2
   *     scene are below -0.02; other sensors are not checked
   */
  static void check(Scene scene, List<String> bands, float[][] values, byte[] states)
      throws IOException {
    if (!scene.sensor().equals(Sentinel2.ID)) {
      return;
    }
    int clear = 0;
    for (byte state : states) {
      clear += state == PixelState.CLEAR.code() ? 1 : 0;
    }
    for (int band = 0; band < values.length; band++) {
      if (values[band] == null || !VISIBLE.contains(bands.get(band))) {
        continue;
      }
      int impossible = impossible(values[band], states);
      if (impossible > TOLERATED_SHARE * clear) {
        throw new IOException(
            "scene '"
                + scene.id()
                + "' is in quarantine: "
                + Math.round(100.0 * impossible / clear)
                + " % of the clear pixels in "
                + bands.get(band)
                + " are below "
                + IMPOSSIBLE_REFLECTANCE
                + " ("
                + scene.acquisition().offsetDecision()
                + "); the offset is probably wrong");
      }
    }
  }

  private static int impossible(float[] plane, byte[] states) {
    byte clear = PixelState.CLEAR.code();
    int impossible = 0;
    for (int i = 0; i < states.length; i++) {
      impossible += plane[i] < IMPOSSIBLE_REFLECTANCE && states[i] == clear ? 1 : 0;
    }
    return impossible;
  }
}
