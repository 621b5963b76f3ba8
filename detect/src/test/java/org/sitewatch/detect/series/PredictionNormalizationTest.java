package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.change.LinearMap;

class PredictionNormalizationTest {
  private static final int PIXELS = 6000;

  @Test
  void lightIsThatOfTheUnchangedPixels() {
    var predicted = predicted(0.05);
    var observed = new float[PIXELS];
    var random = new Random(2);
    for (int i = 0; i < PIXELS; i++) {
      observed[i] =
          (float)
              (0.02 + 1.1 * predicted[i] + 0.003 * random.nextGaussian() + (i % 5 == 0 ? 0.1 : 0));
    }
    LinearMap map = PredictionNormalization.fit(predicted, observed, all(), all());
    assertEquals(1.1, map.gain(), 0.01);
    assertEquals(0.02, map.offset(), 0.003);
    assertEquals(predicted[7], map.apply(observed[7]), 0.01);
  }

  @Test
  void groundWithoutContrastKeepsItsGain() {
    var predicted = predicted(0.0005);
    var observed = new float[PIXELS];
    var random = new Random(3);
    for (int i = 0; i < PIXELS; i++) {
      observed[i] = (float) (0.04 + predicted[i] + 0.0005 * random.nextGaussian());
    }
    LinearMap map = PredictionNormalization.fit(predicted, observed, all(), all());
    assertEquals(1, map.gain(), 0.02);
    assertEquals(0.04, map.offset(), 0.005);
  }

  @Test
  void gainStaysWithinReason() {
    var predicted = predicted(0.1);
    var observed = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      observed[i] = 3 * predicted[i];
    }
    assertEquals(1.6, PredictionNormalization.fit(predicted, observed, all(), all()).gain());
  }

  @Test
  void onlyValidStableSeenPixelsSpeak() {
    var predicted = predicted(0.05);
    var observed = predicted.clone();
    boolean[] valid = all();
    boolean[] stable = all();
    for (int i = 0; i < PIXELS; i++) {
      switch (i % 5) {
        case 0 -> observed[i] = Float.NaN;
        case 1 -> predicted[i] = Float.NaN;
        case 2 -> valid[i] = false;
        case 3 -> stable[i] = false;
        default -> observed[i] += 0.01f;
      }
    }
    LinearMap map = PredictionNormalization.fit(predicted, observed, valid, stable);
    assertEquals(0.01, map.apply(observed[4]) - predicted[4] + 0.01, 1e-4);
    assertEquals(1, map.gain(), 1e-3);
  }

  @Test
  void twoHundredPixelsAreTooFew() {
    var predicted = predicted(0.05);
    var observed = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      observed[i] = predicted[i] + 0.1f;
    }
    var valid = new boolean[PIXELS];
    Arrays.fill(valid, 0, 200, true);
    assertEquals(
        new LinearMap(0, 1), PredictionNormalization.fit(predicted, observed, valid, all()));
    valid[200] = true;
    assertEquals(
        0.1, PredictionNormalization.fit(predicted, observed, valid, all()).offset(), 0.01);
  }

  /**
   * Prototype: predictions there in double, here float32; a pixel in thousands may fall on the
   * other side of a trim.
   */
  @Test
  void fitsThreeLooksAsThePrototype() {
    float[][][] predicted = NpyFile.oracle("s4_predicted").cube();
    float[][][] look = NpyFile.oracle("s4_look").cube();
    boolean[][] valid = NpyFile.oracle("s4_valid").masks();
    boolean[] stable = NpyFile.oracle("s4_stable").flags(0, 48 * 48);
    double[] line = NpyFile.oracle("s4_line").doubles();
    for (int i = 0; i < look.length; i++) {
      for (int band = 0; band < 6; band++) {
        LinearMap map =
            PredictionNormalization.fit(predicted[i][band], look[i][band], valid[i], stable);
        assertEquals(line[(i * 6 + band) * 2], map.offset(), 1e-5);
        assertEquals(line[(i * 6 + band) * 2 + 1], map.gain(), 1e-4);
      }
    }
  }

  private static float[] predicted(double contrast) {
    var random = new Random(1);
    var plane = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      plane[i] = (float) (0.25 + contrast * random.nextGaussian());
    }
    return plane;
  }

  private static boolean[] all() {
    var pixels = new boolean[PIXELS];
    Arrays.fill(pixels, true);
    return pixels;
  }
}
