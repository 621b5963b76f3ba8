package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.Status;
import org.sitewatch.report.floor.FloorState;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.ledger.RegistryFailure;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Site;

class RunSummaryTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 13);
  private static final Period PERIOD =
      new Period(LocalDate.of(2024, 5, 12), TestDisturbances.UNTIL);

  @Test
  void textCountsAndNamesWhatMatters() {
    assertEquals(
        """
        run 2024-W20: looks after 2024-05-12 up to 2024-05-19
        sites 5: 1 seen, 0 no history, 1 not seen, 1 no scene, 2 failed
        looks: 1 seen, 2 unseen (cloud 1, snow 1), 1 failed
        disturbances 2: 1 first, 1 confirmed; 2 new
          1.  76.4  a1  Хархорум: Confirmed ground change of 1,300 m² in the core, seen in 3 of 3 clear looks since 3 May 2024, priority 1 site.
          2.  30.6  a2  Хархорум: Possible ground change of 1,300 m² in the core, seen in 1 of 1 clear look since 3 May 2024, priority 1 site; seen once only, so a passing effect is still possible.
        detection floors: 0 measured, 0 stale, 5 not measured, 0 broken; 'sitewatch simulate' measures them
        failed: site 'bow': Could not look, the registry entry is invalid: outline crosses itself at (1, 2)
        failed: site 'cut': Could not look: scene s2 is cut short.
        unseen: site 'bow' was never seen clear
        unseen: site 'far' was never seen clear
        unseen: site 'grey' for 37 days, last clear on 2024-04-12
        unseen: site 'cut' for 13 days, last clear on 2024-05-06
        """,
        summary().text());
  }

  @Test
  void jsonIsOneObjectOnOneLine() throws IOException {
    String json = summary().json("/w/runs/2024-W20");
    JsonNode root = new ObjectMapper().readTree(json);
    assertEquals("/w/runs/2024-W20", root.get("run").asText());
    assertEquals(5, root.at("/sites/total").asInt());
    assertEquals(2, root.at("/sites/failed").asInt());
    assertEquals(2, root.at("/disturbances/new").asInt());
    assertEquals("a1", root.at("/disturbances/top/0").asText());
    assertEquals(-1, json.indexOf('\n'));
  }

  @Test
  void theCutOfThePatrolsWeekIsTold() throws IOException {
    RunSummary cut = summary(new PatrolPlan(1, 1));
    assertTrue(
        cut.text()
            .contains(
                "\npatrol: 1 of 2 alerts are within the patrol's week (1 a week); below: 1 (first"
                    + " below: a2, score 30.6)\n"),
        cut.text());
    JsonNode patrol = new ObjectMapper().readTree(cut.json("r")).get("patrol");
    assertEquals(
        "{\"alerts_per_week\":1,\"weeks\":1,\"alerts\":2,\"within\":1,\"below\":1,"
            + "\"first_below\":\"a2\",\"first_below_score\":30.5576}",
        patrol.toString());
  }

  @Test
  void aPatrolThatHasTimeForAllIsToldSo() throws IOException {
    RunSummary all = summary(new PatrolPlan(2, 3));
    assertTrue(
        all.text()
            .contains(
                "\npatrol: 2 of 2 alerts are within the patrol's 3 weeks (2 a week);"
                    + " below: 0\n"),
        all.text());
    assertFalse(all.json("r").contains("first_below"));
    assertFalse(summary().json("r").contains("patrol"));
  }

  @Test
  void whatTheBudgetIsExpectedToComeToIsTold() throws IOException {
    var sites = List.of(TestDisturbances.site("a", "A", 1), TestDisturbances.site("b", "B", 1));
    RunSummary summary =
        new RunSummary(report(sites, List.of(), List.of(held("a", 0.5), held("b", 1.25))));
    assertTrue(
        summary
            .text()
            .contains(
                "\nbudget: 1.8 false alarms a year are expected at the 2 sites judged by the"
                    + " season, 0.88 a site; most at 'b': 1.25\n"),
        summary.text());
    assertEquals(
        "{\"sites\":2,\"expected_false_alarms_per_year\":1.75}",
        new ObjectMapper().readTree(summary.json("r")).get("budget").toString());
    assertFalse(summary().json("r").contains("budget"));
  }

  private static SiteFindings held(String siteId, double expected) {
    return new SiteFindings(
        siteId,
        List.of(),
        List.of(),
        DAY,
        0,
        0,
        new HeldBudget(0.4, expected, LandCover.BARE, 0, 1));
  }

  @Test
  void floorsOfTheFirstSitesAreToldAndAllAreCounted() throws IOException {
    var sites = new ArrayList<Site>();
    var floors = new TreeMap<String, SiteFloor>();
    for (String id : List.of("a", "b", "c", "d", "e", "f", "g")) {
      sites.add(TestDisturbances.site(id, id, 1));
      FloorState state = id.equals("b") ? FloorState.STALE : FloorState.MEASURED;
      floors.put(id, new SiteFloor(state, "Long " + id, "brief " + id, DAY, Map.of()));
    }
    var summary = new RunSummary(report(sites, List.of(), List.of()).withFloors(floors));
    assertTrue(
        summary
            .text()
            .contains(
                "\ndetection floors: 6 measured, 1 stale, 0 not measured, 0 broken; 'sitewatch"
                    + " simulate' measures them\nfloor: site 'a': brief a\n"),
        summary.text());
    assertTrue(summary.text().contains("'e': brief e\nfloor: 2 more in coverage.geojson\n"));
    assertEquals(
        "{\"measured\":6,\"stale\":1,\"not_measured\":0,\"broken\":0}",
        new ObjectMapper().readTree(summary.json("r")).get("detection_floors").toString());
  }

  @Test
  void namesCannotPlayTricksOnATerminal() {
    Site wild = TestDisturbances.site("a", "x\u001B[2J\n\u202Ey Өвөр" + "z".repeat(1000), 1);
    String text =
        new RunSummary(
                report(
                    List.of(wild),
                    List.of(),
                    List.of(findings("a", DAY, List.of(TestDisturbances.one().at("a"))))))
            .text();
    assertTrue(text.contains("x [2J y Өвөрzzz"));
    assertTrue(text.lines().allMatch(line -> line.length() < 320));
  }

  @Test
  void manyFailuresAreCut() {
    List<RegistryFailure> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new RegistryFailure("s" + i, "", "ring " + i + " is not closed"));
    }
    String text = new RunSummary(report(List.of(), many, List.of())).text();
    assertTrue(text.contains("failed: 80 more in coverage.geojson\n"));
    assertTrue(text.contains("unseen: 95 more in coverage.geojson\n"));
    assertTrue(text.contains("\ndisturbances 0\n"));
  }

  private static RunSummary summary() {
    return summary(PatrolPlan.NO_LIMIT);
  }

  private static RunSummary summary(PatrolPlan patrol) {
    return new RunSummary(
        report(
            List.of(
                TestDisturbances.site("a", "Хархорум", 1),
                TestDisturbances.site("cut", "Cut", 2),
                TestDisturbances.site("far", "Far", 2),
                TestDisturbances.site("grey", "Grey", 2)),
            List.of(new RegistryFailure("bow", "", "outline crosses itself at (1, 2)")),
            List.of(
                findings(
                    "a",
                    DAY,
                    List.of(
                        TestDisturbances.one().id("a2").status(Status.FIRST).at("a"),
                        TestDisturbances.one().id("a1").at("a")),
                    new LookOutcome.Seen("l", DAY, "s2", 1, 1, LookShift.NONE)),
                findings(
                    "cut",
                    DAY.minusDays(7),
                    List.of(),
                    new LookOutcome.Failed("l", DAY, "s2", "scene s2 is cut short")),
                findings(
                    "far",
                    null,
                    List.of(),
                    new LookOutcome.Unseen("", LocalDate.MIN, "", Cause.NO_SCENE)),
                findings(
                    "grey",
                    DAY.minusDays(31),
                    List.of(),
                    new LookOutcome.Unseen("l", DAY, "s2", Cause.CLOUD),
                    new LookOutcome.Unseen("m", DAY.plusDays(1), "s2", Cause.SNOW))),
            patrol));
  }

  private static RunReport report(
      List<Site> sites, List<RegistryFailure> failures, List<SiteFindings> findings) {
    return report(sites, failures, findings, PatrolPlan.NO_LIMIT);
  }

  private static RunReport report(
      List<Site> sites,
      List<RegistryFailure> failures,
      List<SiteFindings> findings,
      PatrolPlan patrol) {
    return RunReport.of(
        "2024-W20",
        PERIOD,
        sites,
        failures,
        findings,
        RankingWeights.DEFAULT,
        patrol,
        FollowUps.NONE);
  }

  private static SiteFindings findings(
      String siteId, LocalDate lastClear, List<Disturbance> disturbances, LookOutcome... looks) {
    return new SiteFindings(siteId, disturbances, List.of(looks), lastClear, 0, 0, HeldBudget.NONE);
  }
}
