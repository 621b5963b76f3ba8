package org.sitewatch.ingest.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Images for tests: smooth with some noise, so that predictors have something to do. */
final class TestSamples {
  private TestSamples() {}

  static Samples of(SampleType type, int width, int height, int bands) {
    var random = new Random(7);
    List<Object> planes = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      var plane = type.newArray(width * height);
      for (int at = 0; at < width * height; at++) {
        double wave = 100 + 60 * Math.sin(at % width / 9.0) + 30 * Math.cos(at / width / 5.0);
        double value = wave * (type.bytes() == 1 ? 0.6 : 40) + band + random.nextInt(9);
        type.fill(plane, at, at + 1, type.isFloat() ? value / 7 : value);
      }
      planes.add(plane);
    }
    return Samples.of(type, width, height, planes);
  }
}
