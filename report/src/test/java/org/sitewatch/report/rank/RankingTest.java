package org.sitewatch.report.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.TestDisturbances.UNTIL;
import static org.sitewatch.report.TestDisturbances.one;
import static org.sitewatch.report.TestDisturbances.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.score.DisturbanceType;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;

class RankingTest {
  private static final Map<String, Site> SITES =
      Map.of("a", site("a", "A", 1), "b", site("b", "B", 3), "e", site("e", "E", 5));

  @Test
  void partsAreThoseOfTheFormula() {
    Disturbance disturbance =
        one()
            .area_m2(1000)
            .deltas(Map.of("brightness", 0.05))
            .lastSeen(UNTIL.minusDays(60))
            .at("b");
    ScoreParts parts = Ranking.parts(disturbance, SITES.get("b"), UNTIL);
    assertEquals(1 - Math.exp(-0.5), parts.severity(), 1e-12);
    assertEquals(1, parts.zone());
    assertEquals(0.6, parts.significance());
    assertEquals(0.25, parts.recency());
    assertEquals(0.5, parts.threat());
    assertEquals(0.9, parts.confidence());
    assertEquals(1, parts.status());
    double expected =
        100 * 0.9 * (0.3 * (1 - Math.exp(-0.5)) + 0.25 + 0.2 * 0.6 + 0.15 * 0.25 + 0.1 * 0.5);
    assertEquals(expected, rank(disturbance).get(0).score(), 5e-5);
  }

  @Test
  void aChangeTheRegionSharesCountsHalf() {
    double alone = rank(one().at("b")).get(0).score();
    var shared = rank(one().regional().at("b")).get(0);
    assertEquals(0.5, shared.parts().control());
    assertEquals(alone / 2, shared.score(), 1e-4);
  }

  @Test
  void withoutReflectanceTheAreaCountsAlone() {
    assertEquals(1 - Math.exp(-1), severity(one().area_m2(1000).deltas(Map.of()).at("b")), 1e-12);
    Disturbance unknown = one().area_m2(1000).deltas(Map.of("ndvi", Double.NaN)).at("b");
    assertEquals(1 - Math.exp(-1), severity(unknown), 1e-12);
  }

  @Test
  void aPitWhoseSpoilCancelsItsShadowStillCountsByItsGreenness() {
    Disturbance pit = one().area_m2(1000).deltas(Map.of("brightness", 0.0, "ndvi", -0.2)).at("b");
    assertEquals(1 - Math.exp(-1), severity(pit), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "CORE, 0, 1",
    "BUFFER, 150, 0.36787944",
    "SETTING, 300, 0.13533528",
    "BUFFER, NaN, 0"
  })
  void zoneFallsWithDistanceFromTheCore(Zone zone, double distance_m, double expected) {
    Disturbance disturbance = one().zone(zone, distance_m).at("b");
    assertEquals(expected, Ranking.parts(disturbance, SITES.get("b"), UNTIL).zone(), 1e-8);
  }

  @Test
  void innermostZoneStandsInForAMissingCore() {
    Site buffered =
        new Site(
            "b",
            "B",
            Map.of(Zone.BUFFER, SITES.get("b").zones().get(Zone.CORE)),
            3,
            "",
            new TreeMap<>());
    Disturbance disturbance = one().zone(Zone.BUFFER, Double.NaN).at("b");
    assertEquals(1, Ranking.parts(disturbance, buffered, UNTIL).zone());
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", "5, 0.2", "iii, 0.6", "'II*', 0.6", "'', 0.6", "national, 0.6"})
  void wordsOfGradeCountWhereTheyCanBeRead(String grade, double expected) {
    Object value = grade.matches("\\d") ? (Object) Long.valueOf(grade) : grade;
    assertEquals(expected, Significance.of(graded(value)), 1e-12);
  }

  @Test
  void fractionIsAGradeAsItIs() {
    assertEquals(0.75, Significance.of(graded(0.75)));
    assertEquals(0.6, Significance.of(graded(Double.NaN)));
    assertEquals(0.6, Significance.of(graded(17L)));
  }

  @Test
  void firstLookNeverOutranksAConfirmedOneOfTheSameSizeAtTheSamePlace() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      double area_m2 = 100 + 20000 * random.nextDouble();
      double distance_m = 400 * random.nextDouble();
      double confidence = random.nextDouble();
      Disturbance first =
          at(area_m2, distance_m).id("first").status(Status.FIRST).confidence(confidence).at("b");
      Disturbance confirmed =
          at(area_m2, distance_m)
              .id("confirmed")
              .confidence(confidence + (1 - confidence) * random.nextDouble())
              .lastSeen(UNTIL.minusDays(random.nextInt(90)))
              .at("b");
      assertEquals("confirmed", rank(first, confirmed).get(0).disturbance().id(), "seed 7, " + i);
    }
  }

  @Test
  void tiesGoByPriorityThenNewestThenId() {
    Disturbance dismissed = one().id("z").status(Status.DISMISSED).at("b");
    Disturbance older =
        one().id("y").status(Status.DISMISSED).occurred(null, UNTIL.minusDays(200)).at("a");
    Disturbance newer = one().id("x").status(Status.DISMISSED).at("a");
    Disturbance sameButLaterLetter = one().id("w2").status(Status.DISMISSED).at("a");
    assertEquals(
        List.of("w2", "x", "y", "z"),
        rank(dismissed, older, newer, sameButLaterLetter).stream()
            .map(ranked -> ranked.disturbance().id())
            .toList());
  }

  @Test
  void orderOfTheInputDoesNotShow() {
    List<Disturbance> some = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      some.add(
          one()
              .id("d" + i)
              .status(Status.values()[random.nextInt(6)])
              .area_m2(100 * (1 + random.nextInt(4)))
              .at(List.of("a", "b", "e").get(random.nextInt(3))));
    }
    List<RankedDisturbance> expected = rank(some.toArray(new Disturbance[0]));
    Collections.shuffle(some, random);
    assertEquals(expected, rank(some.toArray(new Disturbance[0])));
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(i + 1, expected.get(i).rank());
    }
  }

  @Test
  void brokenNumbersStayWithinTheScale() {
    Disturbance broken =
        one()
            .confidence(Double.NaN)
            .area_m2(Double.NaN)
            .lastSeen(UNTIL.plusDays(3))
            .deltas(Map.of("brightness", Double.POSITIVE_INFINITY, "ndvi", Double.NaN))
            .at("b");
    assertEquals(0, rank(broken).get(0).score());
    assertTrue(
        rank(one().area_m2(1e12).confidence(7).lastSeen(UNTIL).at("a")).get(0).score() <= 100);
  }

  @Test
  void strangersAndDoublesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> rank(one().at("nowhere")));
    assertThrows(IllegalArgumentException.class, () -> rank(one().at("a"), one().at("b")));
  }

  @Test
  void weightsMustAddUpToOne() {
    UserException refused =
        assertThrows(UserException.class, () -> new RankingWeights(0.3, 0.3, 0.3, 0.3, 0.3));
    assertTrue(refused.getMessage().startsWith("the ranking weights must add up to 1, got 1.5"));
    assertThrows(UserException.class, () -> new RankingWeights(Double.NaN, 1, 0, 0, 0));
  }

  private static TestDisturbances at(double area_m2, double distance_m) {
    return one().area_m2(area_m2).zone(Zone.BUFFER, distance_m).lastSeen(UNTIL);
  }

  private static Site graded(Object grade) {
    Site plain = SITES.get("b");
    return new Site("b", "B", plain.zones(), 3, "", new TreeMap<>(Map.of("grade", grade)));
  }

  @ParameterizedTest
  @CsvSource({"PITS, 1", "EARTHMOVING, 0.9", "TRACK, 0.6", "FLOOD, 0.3", "OTHER, 0.5"})
  void whatThreatensMoreRanksHigher(DisturbanceType type, double threat) {
    assertEquals(threat, Ranking.parts(one().type(type).at("b"), SITES.get("b"), UNTIL).threat());
  }

  private static double severity(Disturbance disturbance) {
    return Ranking.parts(disturbance, SITES.get("b"), UNTIL).severity();
  }

  private static List<RankedDisturbance> rank(Disturbance... disturbances) {
    return Ranking.rank(List.of(disturbances), SITES, UNTIL, RankingWeights.DEFAULT);
  }
}
