package org.sitewatch.report.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.TestDisturbances.UNTIL;
import static org.sitewatch.report.TestDisturbances.one;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.Status;
import org.sitewatch.report.TestDisturbances;

class PatrolPlanTest {
  private static final List<RankedDisturbance> RANKED =
      Ranking.rank(
          List.of(
              one().id("sure").at("a"),
              one().id("likely").status(Status.PROVISIONAL).at("a"),
              one().id("over").status(Status.FINISHED).at("a"),
              one().id("new").status(Status.FIRST).confidence(0.1).at("a"),
              one().id("false").status(Status.DISMISSED).at("a")),
          Map.of("a", TestDisturbances.site("a", "A", 1)),
          UNTIL,
          RankingWeights.DEFAULT);

  private static List<String> within(PatrolPlan plan) {
    return plan.mark(RANKED).stream()
        .filter(RankedDisturbance::inPatrolWeek)
        .map(ranked -> ranked.disturbance().id())
        .toList();
  }

  @Test
  void theFirstInRankAreWithin() {
    assertEquals(List.of("sure"), within(new PatrolPlan(1, 1)));
    assertEquals(List.of("sure", "likely"), within(new PatrolPlan(2, 1)));
  }

  @Test
  void whatIsOverOrPutAsideCostsNoVisit() {
    assertEquals("over", RANKED.get(2).disturbance().id());
    assertEquals(List.of("sure", "likely", "new"), within(new PatrolPlan(3, 1)));
  }

  @Test
  void withoutALimitAllThatIsAliveIsWithin() {
    assertEquals(List.of("sure", "likely", "new"), within(PatrolPlan.NO_LIMIT));
  }

  @Test
  void aLongerPeriodHasMoreVisits() {
    assertEquals(List.of("sure", "likely"), within(new PatrolPlan(1, 2)));
  }

  @Test
  void theCutHidesAndMovesNothing() {
    var marked = new PatrolPlan(1, 1).mark(RANKED);
    assertEquals(RANKED, marked.stream().map(ranked -> ranked.withPatrol(false)).toList());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "10, 1", "11, 2", "28, 4", "365, 52", "366, 52"})
  void weeksAreDaysBySevenToTheNearestAtLeastOne(int days, int weeks) {
    assertEquals(weeks, PatrolPlan.of(5, new Period(UNTIL.minusDays(days), UNTIL)).weeks());
  }

  @Test
  void manyVisitsOverManyWeeksDoNotOverflow() {
    assertTrue(new PatrolPlan(PatrolPlan.MOST_A_WEEK, 1_000_000).visits() > 0);
  }

  @Test
  void lessThanNoVisitsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PatrolPlan(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PatrolPlan(1, 0));
  }
}
