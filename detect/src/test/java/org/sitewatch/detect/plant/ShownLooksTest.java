package org.sitewatch.detect.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownLooksTest {
  private static List<Integer> looks(int from, int end) {
    return IntStream.range(from, end).boxed().toList();
  }

  @Test
  void theNewestLooksOfOneModelAreTaken() {
    var shown = ShownLooks.of(List.of(looks(0, 30), looks(30, 50)), look -> true, 10);
    assertEquals(looks(36, 50), shown.looks());
    assertEquals(5, shown.starts());
  }

  @Test
  void aYoungModelLeavesItToTheOneBefore() {
    var shown = ShownLooks.of(List.of(looks(0, 30), looks(30, 35)), look -> true, 10);
    assertEquals(looks(16, 30), shown.looks());
  }

  @Test
  void cloudedLooksDoNotCount() {
    var shown = ShownLooks.of(List.of(looks(0, 50)), look -> look % 2 == 0, 4);
    assertEquals(8, shown.looks().stream().filter(look -> look % 2 == 0).count());
    assertTrue(shown.looks().size() > 14);
  }

  @Test
  void aShortHistoryGivesWhatItHasAndKeepsItsFirstLook() {
    var shown = ShownLooks.of(List.of(looks(0, 4)), look -> true, 10);
    assertEquals(looks(1, 4), shown.looks());
    assertEquals(1, shown.starts());
  }

  @Test
  void oneLookShowsNothing() {
    assertTrue(ShownLooks.of(List.of(looks(0, 1)), look -> true, 10).isEmpty());
    assertTrue(ShownLooks.of(List.of(), look -> true, 10).isEmpty());
  }
}
