package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.segment.PixelSet;

class CalibrationTest {
  private static final Calibration STEPS =
      new Calibration(new double[] {-1, 1, 2}, new double[] {0.1, 0.5, 0.9});

  @Test
  void isLinearBetweenItsPointsAndConstantBeyond() {
    assertEquals(0.1, STEPS.probability(-50));
    assertEquals(0.3, STEPS.probability(0), 1e-12);
    assertEquals(0.5, STEPS.probability(1), 1e-12);
    assertEquals(0.9, STEPS.probability(50));
  }

  @Test
  void tellsWhichScoreAProbabilityNeeds() {
    assertEquals(1.5, STEPS.scoreOf(0.7), 1e-12);
    assertEquals(0.7, STEPS.probability(STEPS.scoreOf(0.7)), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, STEPS.scoreOf(0.1));
    assertEquals(Double.POSITIVE_INFINITY, STEPS.scoreOf(0.91));
    assertEquals(0.9, STEPS.most());
  }

  @Test
  void neverFalls() {
    for (double score = -3; score < 3; score += 0.1) {
      assertTrue(STEPS.probability(score) <= STEPS.probability(score + 0.1));
    }
  }

  @Test
  void refusesWhatFallsOrIsNoProbability() {
    double[] scores = {0, 1};
    assertThrows(
        IllegalArgumentException.class, () -> new Calibration(scores, new double[] {0.5, 0.4}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Calibration(scores, new double[] {0.5, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Calibration(new double[] {1, 1}, new double[] {0.5, 0.6}));
  }

  @Test
  void anObjectSeenAgainWithinSixtyDaysCountsOnceAndAtTheThresholdsItReached() {
    var here = PixelSet.of(20, 1, 0, 1);
    var near = PixelSet.of(20, 1, 3, 4);
    var far = PixelSet.of(20, 1, 10, 11);
    var counts =
        ProbabilityRate.count(
            List.of(
                new ProbabilityRate.Scored(0, here, 0.3),
                new ProbabilityRate.Scored(10, near, 0.5),
                new ProbabilityRate.Scored(10, far, 0.1),
                new ProbabilityRate.Scored(90, here, 0.3)),
            20,
            1);
    assertEquals(3, counts.get(0));
    assertEquals(2, counts.get(9));
    assertEquals(1, counts.get(20));
    assertEquals(0, counts.get(30));
  }

  @Test
  void theThresholdIsTheSmallestThatHoldsTheBudget() {
    var own = new ArrayList<Integer>(Collections.nCopies(10, 3));
    own.addAll(Collections.nCopies(ProbabilityRate.COUNT - 10, 0));
    var ofClass = new double[ProbabilityRate.COUNT];
    Arrays.fill(ofClass, 0, 20, 1.5);
    var rate = new ProbabilityRate(own, new ClassRate(ofClass, 6));
    assertEquals(0.02, rate.thresholdFor(2), 1e-12);
    assertEquals(0.22, rate.thresholdFor(1), 1e-12);
    assertEquals(0.42, rate.thresholdFor(0.5), 1e-12);
    assertEquals(1, rate.at(0.22), 1e-12);
    assertEquals(0, rate.ownAt(0.22));
    assertEquals(1.5, rate.classAt(0.22));
    var always = new double[ProbabilityRate.COUNT];
    Arrays.fill(always, 9);
    var nine = Collections.nCopies(ProbabilityRate.COUNT, 9);
    assertEquals(0.98, new ProbabilityRate(nine, new ClassRate(always, 6)).thresholdFor(1), 1e-12);
  }

  @Test
  void withoutATrialYearTheClassAloneTells() {
    var ofClass = new double[ProbabilityRate.COUNT];
    Arrays.fill(ofClass, 0, 20, 1.5);
    var rate = new ProbabilityRate(List.of(), new ClassRate(ofClass, 6));
    assertEquals(0.42, rate.thresholdFor(1), 1e-12);
    assertEquals(0.02, rate.thresholdFor(1.5), 1e-12);
    assertTrue(Double.isNaN(rate.ownAt(0.5)));
  }
}
