package org.sitewatch.report.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sitewatch.report.TestDisturbances.one;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.History;
import org.sitewatch.detect.Status;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.report.review.FollowUp;
import org.sitewatch.sites.Zone;

class ReasonTest {
  @Test
  void confirmedOverALongHistoryHasNoDoubts() {
    check(
        "Confirmed ground change of 1,300 m² in the core, seen in 3 of 3 clear looks since"
            + " 3 May 2024, priority 1 site.",
        one());
  }

  @Test
  void firstLookBesideTheCoreSaysSo() {
    check(
        "Possible ground change of 400 m² in the buffer, 85 m from the core, seen in 1 of 1 clear"
            + " look since 3 May 2024, priority 1 site; seen once only, so a passing effect is"
            + " still possible.",
        one().area_m2(400).zone(Zone.BUFFER, 85.2).status(Status.FIRST));
  }

  @Test
  void shortHistorySaysThatTheBudgetIsNotHeld() {
    check(
        "Probable ground change of 1,300 m² in the core, seen in 2 of 2 clear looks since 3 May"
            + " 2024, priority 1 site; short history (5 looks): provisional at most, the"
            + " false-alarm budget is not held.",
        one().status(Status.PROVISIONAL).history(History.SHORT, 5));
  }

  @Test
  void withoutAnEarlierClearLookNoDateIsClaimed() {
    check(
        "Finished ground change of 1,300 m² in the core, seen in 3 of 3 clear looks since 3 May"
            + " 2024, priority 1 site; not seen after 13 May 2024; no earlier clear look exists,"
            + " so no date before 3 May 2024 is known; compared with few earlier looks only (1"
            + " look): provisional at most, the false-alarm budget is not held; no ground around"
            + " the site to compare with.",
        one()
            .status(Status.FINISHED)
            .occurred(null, LocalDate.of(2024, 5, 3))
            .history(History.PAIR, 1)
            .noControl());
  }

  @Test
  void aChangeTheRegionSharesSaysSo() {
    check(
        "Confirmed ground change of 1,300 m² in the core, seen in 3 of 3 clear looks since"
            + " 3 May 2024, priority 1 site; the ground around the site changed alike, so it may"
            + " be the season.",
        one().regional());
  }

  private static void check(String expected, TestDisturbances disturbance) {
    assertEquals(
        expected,
        Reason.of(disturbance.at("a"), TestDisturbances.site("a", "A", 1), FollowUp.NONE));
  }
}
