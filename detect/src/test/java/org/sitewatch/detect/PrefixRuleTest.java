package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.json.AlertStateJson;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Site;

/**
 * What was told at a day stays told: a run that ends earlier says of every disturbance what the
 * whole period says up to that day, and short runs one after the other say what one run says.
 */
class PrefixRuleTest {
  /** A budget at which the trees, which have seen other ground than this, let most of it pass. */
  private static final DetectConfig LOOSE = new DetectConfig(30, 15, 6.5, 2, 200, 64, 8, 100);

  /** Frozen on 1 January 2024: the threshold moves there and nowhere else. */
  private static final ClassPools POOLS =
      new ClassPools(
          new TreeMap<>(
              Map.of(
                  2024,
                  new ClassPool(
                      List.of(
                          new ClassPool.Member(
                              "ur",
                              "sentinel-2",
                              LandCover.GRASS,
                              Collections.nCopies(ProbabilityRate.COUNT, 7)))))));

  private record Case(Site site, TileStack stack, LocalDate since, LocalDate until) {

    TileResult run(LocalDate to) {
      return run(AlertState.none(site.id(), stack), since, to);
    }

    TileResult run(AlertState state, LocalDate from, LocalDate to) {
      return TileDetector.detect(
          site,
          stack,
          state,
          new Period(from, to),
          LOOSE,
          POOLS,
          "",
          ObjectLog.NONE,
          KnowledgeShelf.NONE);
    }
  }

  /** Rung short at first, then long without a model: bands of the season are missing. */
  private static Case plain() {
    var first = LocalDate.of(2022, 1, 1);
    var stack =
        new SyntheticTile(2, first, 22, 50)
            .pit(22, 22, 3, 5, 22)
            .pit(30, 30, 3, 6, 10)
            .pit(33, 22, 4, 8, 9)
            .pit(30, 30, 3, 13, 22)
            .pit(25, 22, 4, 14, 22)
            .cloudEverywhere(15)
            .stack();
    return new Case(SyntheticTile.site(), stack, first.plusDays(120), first.plusDays(21 * 50));
  }

  /** Live, grown, finished and begun on both sides of the refit day 1 January 2024. */
  private static Case seasons() {
    var stack =
        new SyntheticSeasons(7, LocalDate.of(2024, 7, 5))
            .bare(8, 8, 5, 4, "2023-11-01", "2025-01-01")
            .bare(13, 8, 4, 4, "2024-02-10", "2025-01-01")
            .bare(26, 9, 4, 4, "2023-09-01", "2023-11-30")
            .bare(9, 26, 4, 4, "2023-11-10", "2024-03-01")
            .bare(26, 26, 5, 5, "2024-02-05", "2025-01-01")
            .bare(18, 18, 4, 3, "2023-12-10", "2025-01-01")
            .cloud(0, 0, 40, 40, "2024-04-01", "2024-04-20")
            .stack();
    return new Case(
        SyntheticSeasons.site(), stack, LocalDate.of(2023, 10, 1), LocalDate.of(2024, 7, 5));
  }

  @Test
  void shortHistoryTellsTheSame() {
    var plain = plain();
    var since = plain.since();
    check(plain, since.plusDays(150), since.plusDays(260), since.plusDays(450));
  }

  /** A run from May on has to learn what was known on 1 January, not what was found since. */
  @Test
  @Tag("slow")
  void longHistoryTellsTheSame() {
    check(seasons(), LocalDate.of(2023, 12, 20), LocalDate.of(2024, 5, 8));
  }

  /** The first run, up to each end; and runs from end to end. */
  private static void check(Case one, LocalDate... ends) {
    var whole = one.run(one.until());
    assertTrue(whole.findings().disturbances().size() >= 4);
    var state = AlertState.none(one.site().id(), one.stack());
    var told = new TreeMap<String, Disturbance>();
    var from = one.since();
    for (LocalDate end : ends) {
      var result = one.run(state, from, end);
      var prefix = from.equals(one.since()) ? result : one.run(end);
      checkPrefix(byId(whole), byId(prefix), end);
      told.putAll(byId(result));
      state = AlertStateJson.ofText(AlertStateJson.toText(result.state()), "state");
      from = end;
    }
    var last = one.run(state, from, one.until());
    told.putAll(byId(last));
    assertEquals(plainly(byId(whole)), plainly(told));
    assertEquals(whole.state().live(), last.state().live());
    assertEquals(whole.state().frozen(), last.state().frozen());
    assertEquals(whole.state().heldOut(), last.state().heldOut());
    assertEquals(whole.counts(), last.counts());
    assertEquals(whole.findings().budget(), last.findings().budget());
  }

  private static void checkPrefix(
      Map<String, Disturbance> whole, Map<String, Disturbance> told, LocalDate end) {
    assertTrue(told.size() >= 1);
    assertEquals(upTo(end, whole), upTo(end, told));
    assertEquals(told.keySet(), upTo(end, whole).keySet());
  }

  /** What is known up to a day of each disturbance raised by then. */
  private static Map<String, List<Object>> upTo(LocalDate end, Map<String, Disturbance> all) {
    var known = new TreeMap<String, List<Object>>();
    all.forEach(
        (id, disturbance) -> {
          var timeline = disturbance.timeline();
          if (!timeline.alertedOn().isAfter(end)) {
            var trace = timeline.alertTrace().stream().filter(p -> !p.date().isAfter(end)).toList();
            known.put(
                id,
                List.of(
                    timeline.alertedOn(),
                    trace,
                    timeline.occurredFrom(),
                    timeline.occurredTo(),
                    timeline.firstSeen(),
                    disturbance.measures().control()));
          }
        });
    return known;
  }

  /** Without what speaks of the run and not of the ground. */
  private static Map<String, List<Object>> plainly(Map<String, Disturbance> all) {
    var plain = new TreeMap<String, List<Object>>();
    all.forEach(
        (id, d) ->
            plain.put(
                id,
                List.of(
                    d.outline().toText(),
                    d.timeline(),
                    d.measures(),
                    d.alert().status(),
                    d.alert().confidence(),
                    d.alert().parentId())));
    return plain;
  }

  private static Map<String, Disturbance> byId(TileResult result) {
    var byId = new TreeMap<String, Disturbance>();
    result.findings().disturbances().forEach(d -> byId.put(d.id(), d));
    return byId;
  }
}
