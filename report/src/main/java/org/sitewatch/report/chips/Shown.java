package org.sitewatch.report.chips;

import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.PixelState;

/** One look in the window of a picture: all that is kept of it until the other one is read. */
final class Shown {
  private final float[][] planes;
  private final boolean[] clear;
  private final String date;

  /**
   * @param states as judged, of the whole grid
   */
  Shown(LookImage image, byte[] states, ChipWindow window) {
    int width = image.grid().width();
    planes = new float[image.bands().size()][];
    for (int band = 0; band < planes.length; band++) {
      planes[band] = window.cut(image.values(band), width);
    }
    var masked = new float[states.length];
    for (int pixel = 0; pixel < states.length; pixel++) {
      masked[pixel] = states[pixel] == PixelState.CLEAR.code() ? 0 : 1;
    }
    float[] share = window.cut(masked, width);
    clear = new boolean[share.length];
    for (int pixel = 0; pixel < share.length; pixel++) {
      clear[pixel] = share[pixel] == 0;
    }
    date = image.look().date().toString();
  }

  /** The UTC day. */
  String date() {
    return date;
  }

  float value(int band, int pixel) {
    return planes[band][pixel];
  }

  /** Values of clear pixels that lie in a part. */
  float[] clearValues(int band, boolean[] part) {
    var values = new float[clear.length];
    int count = 0;
    for (int pixel = 0; pixel < clear.length; pixel++) {
      if (clear[pixel] && part[pixel] && Float.isFinite(planes[band][pixel])) {
        values[count++] = planes[band][pixel];
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }
}
