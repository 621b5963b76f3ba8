package org.sitewatch.report.chips;

import java.util.List;
import java.util.stream.IntStream;
import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.PixelState;

/**
 * Means over the clear ones of some pixels.
 *
 * @param ndvi NaN where nothing is clear, or without red and near infrared reflectance
 * @param brightness of the visible bands, of all where there are none; NaN where nothing is clear
 */
record GroundMean(double ndvi, double brightness) {
  private static final List<String> VISIBLE = List.of("blue", "green", "red");

  /**
   * @param states as judged
   */
  static GroundMean of(LookImage image, byte[] states, IntStream pixels) {
    int[] clear = pixels.filter(pixel -> states[pixel] == PixelState.CLEAR.code()).toArray();
    int red = image.bands().indexOf("red");
    int nir = image.bands().indexOf("nir");
    double ndvi = Double.NaN;
    if (image.isCalibrated() && red >= 0 && nir >= 0) {
      float[] reds = image.values(red);
      float[] nirs = image.values(nir);
      double sum = 0;
      int count = 0;
      for (int pixel : clear) {
        double index = ((double) nirs[pixel] - reds[pixel]) / ((double) nirs[pixel] + reds[pixel]);
        if (Double.isFinite(index)) {
          sum += index;
          count++;
        }
      }
      ndvi = count == 0 ? Double.NaN : sum / count;
    }
    return new GroundMean(ndvi, brightness(image, clear));
  }

  private static double brightness(LookImage image, int[] clear) {
    boolean hasVisible = image.bands().stream().anyMatch(VISIBLE::contains);
    double sum = 0;
    int count = 0;
    for (int band = 0; band < image.bands().size(); band++) {
      if (!hasVisible || VISIBLE.contains(image.bands().get(band))) {
        float[] values = image.values(band);
        for (int pixel : clear) {
          sum += values[pixel];
        }
        count += clear.length;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
