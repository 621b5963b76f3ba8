package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;

/** Looks come every 50 days; the first 12 are history. */
class LineageTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int ONSET = 12;

  private static SyntheticTile tile(int looks) {
    return new SyntheticTile(2, FIRST, looks, 50);
  }

  private static String id(int look, String letter) {
    return "petra-" + day(look).toString().replace("-", "") + "-" + letter;
  }

  private static LocalDate day(int look) {
    return FIRST.plusDays(50L * look);
  }

  private static Map<String, Disturbance> detect(SyntheticTile tile, int toLook) {
    var stack = tile.stack();
    var result =
        TileDetector.detect(
            SyntheticTile.site(),
            stack,
            AlertState.none("petra", stack),
            new Period(day(ONSET).minusDays(1), day(toLook)),
            DetectConfig.DEFAULT,
            ClassPools.NONE,
            "",
            ObjectLog.NONE,
            KnowledgeShelf.NONE);
    var byId = new TreeMap<String, Disturbance>();
    result.findings().disturbances().forEach(d -> byId.put(d.id(), d));
    return byId;
  }

  private static void check(Disturbance one, Status status, int pixels, String parent) {
    assertEquals(status, one.alert().status());
    assertEquals(pixels, one.extent().pixels());
    assertEquals(parent, one.alert().parentId());
  }

  @Test
  void markedGrowthKeepsTheId() {
    var grown = detect(tile(16).pit(25, 30, 4, ONSET, 16).pit(29, 30, 4, ONSET + 1, 16), ONSET + 1);
    assertEquals(List.of(id(ONSET, "a")), List.copyOf(grown.keySet()));
    check(grown.get(id(ONSET, "a")), Status.PROVISIONAL, 32, "");
  }

  @Test
  void growthByLessThanAThirdIsNoise() {
    var tile = tile(16).pit(25, 30, 4, ONSET, 16).pit(29, 30, 2, ONSET + 1, 16);
    check(detect(tile, ONSET + 1).get(id(ONSET, "a")), Status.PROVISIONAL, 16, "");
  }

  @Test
  void theOldestOfTwoThatBecomeOneSurvives() {
    var tile =
        tile(18)
            .pit(22, 25, 4, ONSET, 18)
            .pit(32, 25, 4, ONSET + 1, 18)
            .pit(26, 25, 4, ONSET + 2, 18)
            .pit(30, 25, 2, ONSET + 2, 18)
            .pit(30, 27, 2, ONSET + 2, 18);
    var before = detect(tile, ONSET + 1);
    check(before.get(id(ONSET + 1, "a")), Status.FIRST, 16, "");
    var merged = detect(tile, ONSET + 2);
    assertEquals(2, merged.size());
    check(merged.get(id(ONSET, "a")), Status.CONFIRMED, 56, "");
    check(merged.get(id(ONSET + 1, "a")), Status.FINISHED, 16, id(ONSET, "a"));
    assertEquals(2, detect(tile, ONSET + 5).size(), "none is raised beside them");
  }

  @Test
  void whatFallsApartInTwoLooksIsTwo() {
    var tile =
        tile(18)
            .pit(21, 22, 6, ONSET, 18)
            .pit(27, 22, 6, ONSET, ONSET + 3)
            .pit(33, 22, 5, ONSET, 18);
    assertEquals(1, detect(tile, ONSET + 3).size(), "one look may err");
    var apart = detect(tile, ONSET + 4);
    assertEquals(2, apart.size());
    check(apart.get(id(ONSET, "a")), Status.CONFIRMED, 48, "");
    check(apart.get(id(ONSET + 4, "a")), Status.CONFIRMED, 37, id(ONSET, "a"));
    var part = apart.get(id(ONSET + 4, "a")).timeline();
    assertEquals(day(ONSET), part.occurredTo(), "it began with the whole");
    assertEquals(day(ONSET + 4), part.alertedOn());
    assertEquals(2, detect(tile, ONSET + 5).size());
  }

  @Test
  void oneRaisedAgainWhereOneFinishedIsItsChild() {
    var tile = tile(22).pit(25, 30, 3, ONSET, ONSET + 3).pit(26, 31, 3, ONSET + 6, 22);
    var both = detect(tile, ONSET + 6);
    check(both.get(id(ONSET, "a")), Status.FINISHED, 9, "");
    check(both.get(id(ONSET + 6, "a")), Status.FIRST, 9, id(ONSET, "a"));
  }

  @Test
  void oneBesideAFinishedOneIsNoChild() {
    var tile = tile(22).pit(25, 30, 3, ONSET, ONSET + 3).pit(28, 30, 3, ONSET + 6, 22);
    check(detect(tile, ONSET + 6).get(id(ONSET + 6, "a")), Status.FIRST, 9, "");
  }
}
