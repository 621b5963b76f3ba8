package org.sitewatch.detect;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Change of indices over a disturbance: mean over its judged pixels of the index of the look less
 * that of its baseline, brought to the scale of the look. Only where values are reflectances: the
 * indices depend on units.
 */
final class SpectralChange {
  private static final List<String> VISIBLE = List.of("blue", "green", "red");

  private SpectralChange() {}

  /** {@code ndvi} in [-2, 2] and {@code brightness} in reflectance, where the bands exist. */
  static SortedMap<String, Double> of(LookEvidence evidence, PixelSet pixels) {
    var deltas = new TreeMap<String, Double>();
    var stack = evidence.looks().stack();
    if (!stack.isCalibrated()) {
      return deltas;
    }
    int red = stack.bands().indexOf("red");
    int nir = stack.bands().indexOf("nir");
    if (red >= 0 && nir >= 0) {
      put(deltas, "ndvi", mean(evidence, pixels, v -> (v[nir] - v[red]) / (v[nir] + v[red])));
    }
    int[] visible = VISIBLE.stream().mapToInt(stack.bands()::indexOf).filter(b -> b >= 0).toArray();
    if (visible.length > 0) {
      put(deltas, "brightness", mean(evidence, pixels, v -> brightness(v, visible)));
    }
    return deltas;
  }

  private static void put(SortedMap<String, Double> deltas, String name, double value) {
    if (Double.isFinite(value)) {
      deltas.put(name, FixedDecimals.of(value));
    }
  }

  private static double mean(LookEvidence evidence, PixelSet pixels, Index index) {
    return pixels.stream()
        .filter(evidence::isJudged)
        .mapToDouble(p -> index.of(now(evidence, p)) - index.of(before(evidence, p)))
        .average()
        .orElse(Double.NaN);
  }

  private static double[] now(LookEvidence evidence, int pixel) {
    var values = new double[evidence.bands()];
    for (int band = 0; band < values.length; band++) {
      values[band] = evidence.looks().stack().values(evidence.index(), band)[pixel];
    }
    return values;
  }

  private static double[] before(LookEvidence evidence, int pixel) {
    var values = new double[evidence.bands()];
    for (int band = 0; band < values.length; band++) {
      values[band] = evidence.expected(band, pixel);
    }
    return values;
  }

  private static double brightness(double[] values, int[] visible) {
    double sum = 0;
    for (int band : visible) {
      sum += values[band];
    }
    return sum / visible.length;
  }

  private interface Index {
    double of(double[] values);
  }
}
