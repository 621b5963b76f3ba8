package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassRate;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.sites.LandCover;

class HeldBudgetTest {

  @Test
  void falseAlarmsOfTwoSensorsAddUp() {
    var one = new HeldBudget(0.36, 0.5, LandCover.CROP, 0, 0.75);
    var other = new HeldBudget(0.5, 0.75, LandCover.CROP, 1, 0.625);
    assertEquals(new HeldBudget(0.36, 1.25, LandCover.CROP, 1, 1.375), one.and(other));
  }

  @Test
  void aSensorThatHoldsNoneChangesNothing() {
    var held = new HeldBudget(0.36, 0.5, LandCover.BARE, 1, 0.25);
    assertEquals(held, held.and(HeldBudget.NONE));
    assertEquals(held, HeldBudget.NONE.and(held));
    assertEquals(HeldBudget.NONE, HeldBudget.NONE.and(HeldBudget.NONE));
  }

  @Test
  void theRateAtTheChosenThresholdIsWithinTheBudget() {
    var own = new ArrayList<Integer>();
    var ofClass = new double[ProbabilityRate.COUNT];
    for (int i = 0; i < ofClass.length; i++) {
      own.add(ofClass.length - i);
      ofClass[i] = 0.1 * (ofClass.length - i);
    }
    var rate = new ProbabilityRate(own, new ClassRate(ofClass, 3));
    for (double budget : new double[] {0.5, 1, 5, 15}) {
      double least = rate.thresholdFor(budget);
      assertTrue(rate.at(least) <= budget, "at " + least);
      assertTrue(rate.at(least - 0.02) > budget, "below " + least);
    }
    assertEquals(rate.at(0.98), rate.at(ProbabilityRate.threshold(48)));
  }
}
