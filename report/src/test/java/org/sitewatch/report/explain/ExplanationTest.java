package org.sitewatch.report.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.TestDisturbances.UNTIL;
import static org.sitewatch.report.TestDisturbances.one;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.History;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.score.Calibration;
import org.sitewatch.detect.score.DisturbanceType;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.report.GeoJsonReport;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.report.TestFacts;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.Ranking;
import org.sitewatch.report.rank.RankingWeights;

class ExplanationTest {
  private static final Grounds GROUNDS =
      new Grounds(
          1,
          -0.5,
          List.of(
              new Grounds.Part("strength", 7.5, 2.2),
              new Grounds.Part("looks_showing", 3, -0.4),
              new Grounds.Part("mask_distance", 2, -0.2),
              new Grounds.Part("unrest", 0.3, -0.1)));
  private static final Calibration CALIBRATION =
      new Calibration(new double[] {-1, 1, 3}, new double[] {0.1, 0.5, 0.95});

  private static JsonNode properties(TestDisturbances disturbance, PatrolPlan patrol)
      throws IOException {
    var sites = Map.of("a", TestDisturbances.site("a", "A", 1));
    var ranked = Ranking.rank(List.of(disturbance.at("a")), sites, UNTIL, RankingWeights.DEFAULT);
    var out = new ByteArrayOutputStream();
    GeoJsonReport.write("r", patrol.mark(ranked), TestFacts.of(Map.of()), out);
    return new ObjectMapper().readTree(out.toByteArray()).at("/features/0/properties");
  }

  private static String told(TestDisturbances disturbance) throws IOException {
    return Explanation.of(
        properties(disturbance, PatrolPlan.NO_LIMIT), Optional.empty(), Optional.of(CALIBRATION));
  }

  private static void checkSays(String told, String... lines) {
    for (String line : lines) {
      assertTrue(told.contains(line + "\n"), () -> "no '" + line + "' in:\n" + told);
    }
  }

  @Test
  void pushesAreToldInWordsWithTheirSize() throws IOException {
    checkSays(
        told(one().confidence(0.5).grounds(GROUNDS)),
        "    up   +2.20  the newest looks agree on a change of 7.5 sigmas",
        "    down -0.40  only 3 look(s) in a row show it",
        "    down -0.20  it lies only 20 m from cloud, snow or the edge",
        "    down -0.10  it strays by 30 % from look to look");
  }

  @Test
  void startAndPushesAddUpToTheScore() {
    double sum = GROUNDS.parts().stream().mapToDouble(Grounds.Part::push).sum();
    assertEquals(GROUNDS.score(), GROUNDS.start() + sum, 1e-9);
  }

  @Test
  void saysWhyItIsNotHigher() throws IOException {
    checkSays(
        told(one().confidence(0.5).grounds(GROUNDS)),
        "    - only 3 look(s) in a row show it",
        "    - 0.90 needs a score of +2.78, 1.78 more than it has");
  }

  @Test
  void theSurestIsToldThatNothingIsSurer() throws IOException {
    checkSays(
        told(one().confidence(0.95).grounds(new Grounds(4, 4, List.of()))),
        "    - no score is taken for more than 0.95: too few alerts were learnt from to be surer",
        "  what pushed it up and down is not known: the object model lacks the means it takes");
  }

  @Test
  void withoutTreesTheRungTellsWhy() throws IOException {
    String told = told(one().status(Status.FIRST).history(History.SHORT, 7));
    checkSays(
        told,
        "    - the history is short (7 earlier looks): what is usual there is hardly known",
        "    - seen once: at most 0.50 there, a second look gives up to 0.75");
    assertFalse(told.contains("log-odds"));
  }

  @Test
  void aRunThatKeptNoGroundsIsNotTakenForOneWithoutTrees() throws IOException {
    String told = told(one());
    checkSays(
        told, "    - not known: no trees judged it, or the run was made before that was kept");
    assertFalse(told.contains("it follows from the evidence"), told);
  }

  @Test
  void anotherModelDoesNotSpeakForThisOne() throws IOException {
    String told =
        Explanation.of(
            properties(one().grounds(GROUNDS), PatrolPlan.NO_LIMIT),
            Optional.empty(),
            Optional.empty());
    checkSays(told, "  it was judged by another object model than this program has");
    assertFalse(told.contains("in 100"));
  }

  @Test
  void partsOfTheRankAreMultipliedOut() throws IOException {
    checkSays(
        told(one().type(DisturbanceType.PITS)),
        "    threat       0.10 x 1.0000 = 0.1000  type: pits");
  }

  @Test
  void whatIsBelowThePatrolsWeekSaysSo() throws IOException {
    var patrol = new PatrolPlan(1, 1);
    String over =
        Explanation.of(
            properties(one().status(Status.FINISHED), patrol), Optional.empty(), Optional.empty());
    assertTrue(over.contains(", not within the patrol's week\n"), over);
    assertFalse(told(one()).contains("patrol's week"));
  }

  @Test
  void thresholdAndLooksComeFromTheLedger() throws IOException {
    JsonNode site =
        new ObjectMapper()
            .readTree(
                "{\"least_confidence\": 0.36, \"expected_false_alarms_per_year\": 0.9, \"looks\":"
                    + " \"2024-05-01:seen 1.00 s2;2024-05-03:seen 0.90 s2;2024-05-13:cloud s2\"}");
    String told =
        Explanation.of(properties(one(), PatrolPlan.NO_LIMIT), Optional.of(site), Optional.empty());
    checkSays(
        told,
        "  at this site an alert needs 0.36: about 0.9 false alarms a year are expected there",
        "  2024-05-03 seen 0.90 s2",
        "  2024-05-13 cloud s2");
    assertFalse(told.contains("2024-05-01"));
  }
}
