package org.sitewatch.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.report.compare.RunComparison.Change;
import org.sitewatch.report.compare.RunComparison.Side;

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

  private static Side seen(JsonNode... disturbances) {
    return new Side(List.of(disturbances), any -> true);
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).toList();
  }

  @Test
  void eachDisturbanceStandsWhereItBelongs() {
    RunComparison comparison =
        RunComparison.of(
            seen(
                told("stays", "first", 100),
                told("rises", "first", 100),
                told("grows", "first", 100),
                told("ends", "confirmed", 100),
                told("ended between", "confirmed", 100),
                told("vanishes", "first", 100),
                told("over before", "finished", 100)),
            seen(
                told("fresh", "first", 50),
                told("stays", "first", 109),
                told("rises", "confirmed", 90),
                told("grows", "first", 110),
                told("ends", "finished", 100)),
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
            new Side(before, any -> true),
            new Side(List.of(), id -> !id.equals("s")),
            List.of(told("ended", "finished", 100)),
            0.1);
    assertEquals(List.of(), comparison.gone());
    assertEquals(List.of("open"), ids(comparison.notLookedAt()));
    assertEquals(List.of("ended"), ids(comparison.closed()));
  }

  @Test
  void whatWasKnownBeforeASiteCouldNotBeLookedAtIsNotNewAfterwards() {
    ObjectNode news = (ObjectNode) told("news", "first", 100);
    news.put("is_new", true);
    RunComparison comparison =
        RunComparison.of(
            new Side(List.of(), id -> !id.equals("s")),
            seen(told("old", "confirmed", 100), news),
            List.of(),
            0.1);
    assertEquals(List.of("news"), ids(comparison.fresh()));
    assertEquals(List.of("old"), ids(comparison.notLookedAt()));
  }

  @Test
  void aRunComparedWithItselfHasNothingToSay() {
    List<JsonNode> run = List.of(told("a", "first", 100), told("b", "dismissed", 0));
    RunComparison comparison =
        RunComparison.of(new Side(run, any -> true), new Side(run, any -> true), List.of(), 0);
    assertEquals(
        new RunComparison(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        comparison);
  }
}
