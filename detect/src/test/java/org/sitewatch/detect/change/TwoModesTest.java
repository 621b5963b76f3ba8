package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoModesTest {
  private static float[] scores(double changedShare, double strength) {
    var random = new Random(5);
    var score = new float[20_000];
    for (int pixel = 0; pixel < score.length; pixel++) {
      double u = random.nextGaussian() + (pixel < changedShare * score.length ? strength : 0);
      score[pixel] = (float) StrictMath.pow(Math.max(0, 1 + 0.2 * u), 1.5);
    }
    return score;
  }

  private static double shareAbove(float[] score, double evidence) {
    var surface = new float[score.length];
    NullEvidence.ofModes(score, surface);
    int above = 0;
    for (float value : surface) {
      above += value >= evidence ? 1 : 0;
    }
    return above / (double) score.length;
  }

  @Test
  void thresholdLiesBetweenTheModes() {
    float[] values = {0, 0.1f, -0.1f, 8, 8.1f, 7.9f, Float.NaN, 900};
    double threshold = TwoModes.threshold(values, -3, 15);
    assertTrue(threshold > 0.1 && threshold < 7.9, "got " + threshold);
  }

  @Test
  void secondModeIsReportedWhole() {
    assertEquals(0.2, shareAbove(scores(0.2, 6), 6.5), 0.01);
  }

  @Test
  void bulkAloneHasNoSecondMode() {
    assertEquals(0, shareAbove(scores(0, 0), 6.5), 1e-4);
  }

  @Test
  void fewChangedPixelsLeaveTheScaleAsItIs() {
    float[] score = scores(0.01, 20);
    var plain = new float[score.length];
    var modes = new float[score.length];
    NullEvidence.of(score, plain);
    NullEvidence.ofModes(score, modes);
    assertTrue(Arrays.equals(plain, modes));
  }
}
