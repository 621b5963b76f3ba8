package org.sitewatch.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitewatch.report.compare.RunComparison.Change;

class RunComparisonTest {

  private static JsonNode told(String id, String status, double area_m2) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("site_id", "s")
        .put("site_name", "S")
        .put("status", status)
        .put("area_m2", area_m2);
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).toList();
  }

  @Test
  void eachDisturbanceStandsWhereItBelongs() {
    RunComparison comparison =
        RunComparison.of(
            List.of(
                told("stays", "first", 100),
                told("rises", "first", 100),
                told("grows", "first", 100),
                told("ends", "confirmed", 100),
                told("ended between", "confirmed", 100),
                told("vanishes", "first", 100),
                told("over before", "finished", 100)),
            List.of(
                told("fresh", "first", 50),
                told("stays", "first", 109),
                told("rises", "confirmed", 90),
                told("grows", "first", 110),
                told("ends", "finished", 100)),
            Set.of(),
            List.of(told("ended between", "first", 100), told("ended between", "finished", 120)),
            0.1);
    assertEquals(List.of("fresh"), ids(comparison.fresh()));
    assertEquals(List.of("vanishes"), ids(comparison.gone()));
    assertEquals(List.of("grows"), ids(comparison.grown()));
    assertEquals(List.of("ends", "ended between"), ids(comparison.closed()));
    assertEquals(List.of("rises", "ends"), ids(comparison.changed()));
    assertEquals(0.1, comparison.grown().get(0).growth(), 1e-12);
    assertEquals(Double.NaN, comparison.fresh().get(0).growth());
    assertEquals("finished", comparison.closed().get(1).statusAfter());
  }

  @Test
  void whatASiteShowedThatCouldNotBeLookedAtIsNotGone() {
    List<JsonNode> before = List.of(told("open", "first", 100), told("ended", "first", 100));
    RunComparison comparison =
        RunComparison.of(
            before, List.of(), Set.of("s"), List.of(told("ended", "finished", 100)), 0.1);
    assertEquals(List.of(), comparison.gone());
    assertEquals(List.of("open"), ids(comparison.notLookedAt()));
    assertEquals(List.of("ended"), ids(comparison.closed()));
  }

  @Test
  void aRunComparedWithItselfHasNothingToSay() {
    List<JsonNode> run = List.of(told("a", "first", 100), told("b", "dismissed", 0));
    RunComparison comparison = RunComparison.of(run, run, Set.of(), List.of(), 0);
    assertEquals(
        new RunComparison(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        comparison);
  }
}
