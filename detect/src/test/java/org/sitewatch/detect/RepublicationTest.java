package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.TileStack;

/** Looks come every 50 days; the one after the 12 of the history comes late. */
class RepublicationTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int LATE = 12;

  private static LocalDate day(int look) {
    return FIRST.plusDays(50L * look);
  }

  private static TileResult detect(TileStack stack, AlertState before, int after, int until) {
    return TileDetector.detect(
        SyntheticTile.site(),
        stack,
        before,
        new Period(day(after), day(until)),
        DetectConfig.DEFAULT,
        ClassPools.NONE,
        "",
        ObjectLog.NONE,
        KnowledgeShelf.NONE);
  }

  /**
   * What is told of looks 14 to {@code until}, after look 13 was published without the late one.
   */
  private static TileResult told(SyntheticTile tile, int until) {
    var none = AlertState.none("petra", tile.stack());
    var published = detect(tile.stackWithout(LATE), none, LATE - 1, LATE + 1).state();
    var names = new Republication(List.of(published), List.of());
    var gap = new Period(day(LATE - 1), day(LATE + 1));
    var caughtUp = names.of(none, detect(tile.stack(), none, LATE - 1, LATE + 1), gap).state();
    return names.of(
        caughtUp,
        detect(tile.stack(), caughtUp, LATE + 1, until),
        new Period(day(LATE + 1), day(until)));
  }

  private static List<String> ids(TileResult result) {
    return result.findings().disturbances().stream().map(Disturbance::id).toList();
  }

  @Test
  void eachKeepsItsNameThoughTheLateLookRaisedTheSmallerOneFirst() {
    var tile =
        new SyntheticTile(2, FIRST, 16, 50).pit(22, 22, 3, LATE, 16).pit(32, 32, 4, LATE + 1, 16);
    var inOrder = detect(tile.stack(), AlertState.none("petra", tile.stack()), LATE - 1, LATE + 2);
    assertEquals(List.of("petra-20230824-a", "petra-20231013-a"), ids(inOrder));
    var told = told(tile, LATE + 2);
    assertEquals(List.of("petra-20231013-a", "petra-20231013-b"), ids(told));
    var smaller = told.findings().disturbances().get(1);
    assertEquals(9, smaller.extent().pixels());
    assertEquals(day(LATE), smaller.timeline().occurredTo());
    assertEquals(day(LATE + 1), smaller.timeline().alertedOn());
    assertEquals(day(LATE + 1), smaller.timeline().alertTrace().get(0).date());
    assertEquals(Status.CONFIRMED, smaller.alert().status());
  }

  @Test
  void oneThatOnlyTheLateLookShowsHasANameOfItsOwn() {
    var tile =
        new SyntheticTile(2, FIRST, 16, 50)
            .pit(22, 22, 3, LATE, LATE + 1)
            .pit(32, 32, 4, LATE + 1, 16);
    assertEquals(List.of("petra-20230824-a", "petra-20231013-a"), ids(told(tile, LATE + 2)));
  }

  @Test
  void aPlacePublishedAndOverIsNotWhatBeginsThereLater() {
    var tile =
        new SyntheticTile(2, FIRST, 22, 50)
            .pit(25, 30, 3, LATE + 1, LATE + 2)
            .pit(25, 30, 3, LATE + 5, 22);
    var told = told(tile, LATE + 6);
    assertEquals(List.of("petra-20231013-a", "petra-20240430-a"), ids(told));
  }

  @Test
  void withoutALateLookNothingIsRenamed() {
    var tile = new SyntheticTile(2, FIRST, 16, 50).pit(22, 22, 3, LATE, 16);
    var none = AlertState.none("petra", tile.stack());
    var result = detect(tile.stack(), none, LATE - 1, LATE + 1);
    var names = new Republication(List.of(result.state()), List.of());
    var again = names.of(none, result, new Period(day(LATE - 1), day(LATE + 1)));
    assertEquals(result.state(), again.state());
    assertEquals(
        result.findings().disturbances().toString(), again.findings().disturbances().toString());
  }

  @Test
  void aTakenLetterGoesToTheNextFreeOne() {
    assertEquals(
        "a-20240101-2c", AlertIds.free("a-20240101-2b", Set.of("a-20240101-2b", "a-20240101-2a")));
    assertEquals("a-20240101-b", AlertIds.free("a-20240101-b", Set.of()));
  }
}
