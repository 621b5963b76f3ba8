package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ProbabilityRate;

class HeldBudgetTest {

  @Test
  void falseAlarmsOfTwoSensorsAddUp() {
    var both = new HeldBudget(0.36, 0.5).and(new HeldBudget(0.5, 0.75));
    assertEquals(new HeldBudget(0.36, 1.25), both);
  }

  @Test
  void aSensorThatHoldsNoneChangesNothing() {
    var held = new HeldBudget(0.36, 0.5);
    assertEquals(held, held.and(HeldBudget.NONE));
    assertEquals(held, HeldBudget.NONE.and(held));
    assertEquals(HeldBudget.NONE, HeldBudget.NONE.and(HeldBudget.NONE));
  }

  @Test
  void theRateAtTheChosenThresholdIsWithinTheBudget() {
    var own = new double[ProbabilityRate.COUNT];
    var ofClass = new double[ProbabilityRate.COUNT];
    for (int i = 0; i < own.length; i++) {
      own[i] = own.length - i;
      ofClass[i] = 0.1 * (own.length - i);
    }
    var rate = new ProbabilityRate(own, ofClass);
    for (double budget : new double[] {0.5, 1, 5, 15}) {
      double least = rate.thresholdFor(budget);
      assertTrue(rate.at(least) <= budget, "at " + least);
      assertTrue(rate.at(least - 0.02) > budget, "below " + least);
    }
    assertEquals(rate.at(0.98), rate.at(ProbabilityRate.threshold(48)));
  }
}
