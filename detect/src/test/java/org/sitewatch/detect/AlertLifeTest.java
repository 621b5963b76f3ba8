package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.UserException;

/** Looks come every 50 days: the first 12 are a long history, of 550 days. */
class AlertLifeTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int STEP_DAYS = 50;
  private static final int ONSET = 12;

  private static SyntheticTile tile(int looks) {
    return new SyntheticTile(2, FIRST, looks, STEP_DAYS);
  }

  private static LocalDate day(int look) {
    return FIRST.plusDays((long) look * STEP_DAYS);
  }

  private static TileResult detect(TileStack stack, int fromLook, int toLook) {
    return TileDetector.detect(
        SyntheticTile.site(),
        stack,
        AlertState.none("petra", stack),
        new Period(day(fromLook).minusDays(1), day(toLook)),
        DetectConfig.DEFAULT,
        ClassPools.NONE,
        "",
        ObjectLog.NONE,
        KnowledgeShelf.NONE);
  }

  private static Disturbance only(TileResult result) {
    assertEquals(1, result.findings().disturbances().size());
    return result.findings().disturbances().get(0);
  }

  @Test
  void statusRisesWithEveryLookThatShowsIt() {
    var stack = tile(16).pit(25, 30, 3, ONSET, 16).stack();
    assertEquals(Status.FIRST, only(detect(stack, ONSET, ONSET)).alert().status());
    assertEquals(Status.PROVISIONAL, only(detect(stack, ONSET, ONSET + 1)).alert().status());
    var confirmed = only(detect(stack, ONSET, ONSET + 2));
    assertEquals(Status.CONFIRMED, confirmed.alert().status());
    assertEquals(History.LONG, confirmed.alert().history());
    assertEquals(3, confirmed.measures().looksDisturbed());
    assertEquals(day(ONSET), confirmed.timeline().alertedOn());
    assertEquals(day(ONSET + 2), confirmed.timeline().lastSeen());
  }

  @Test
  void traceHoldsEveryNewMaximumAsKnownThen() {
    var trace =
        only(detect(tile(16).pit(25, 30, 3, ONSET, 16).stack(), ONSET, ONSET + 2))
            .timeline()
            .alertTrace();
    assertEquals(
        List.of(day(ONSET), day(ONSET + 1), day(ONSET + 2)),
        trace.stream().map(TracePoint::date).toList());
    assertTrue(trace.get(0).confidence() < trace.get(1).confidence());
    assertTrue(trace.get(1).confidence() < trace.get(2).confidence());
  }

  @Test
  void shortHistoryNeverConfirms() {
    var stack = tile(12).pit(25, 30, 3, 5, 12).stack();
    var pit = only(detect(stack, 5, 11));
    assertEquals(7, pit.measures().looksDisturbed());
    assertEquals(Status.PROVISIONAL, pit.alert().status());
    assertEquals(5, pit.alert().historyLooks(), "its own looks stay out of its baseline");
  }

  @Test
  void twoCleanLooksInARowFinishAConfirmedOne() {
    var stack = tile(18).pit(25, 30, 3, ONSET, ONSET + 3).stack();
    assertEquals(Status.CONFIRMED, only(detect(stack, ONSET, ONSET + 3)).alert().status());
    var result = detect(stack, ONSET, ONSET + 4);
    assertEquals(Status.FINISHED, only(result).alert().status());
    assertEquals(List.of(), result.state().live());
    assertEquals(day(ONSET), result.state().frozen().get(0).from());
    assertEquals(5, only(result).measures().looksClear());
    assertEquals(3, only(result).measures().looksDisturbed());
  }

  @Test
  void oneThatWasNeverConfirmedIsDismissedAndCounted() {
    var result = detect(tile(16).pit(25, 30, 3, ONSET, ONSET + 1).stack(), ONSET, 14);
    assertEquals(Status.DISMISSED, only(result).alert().status());
    assertEquals(List.of(), result.state().live());
    assertEquals(1, result.findings().droppedUnconfirmed());
  }

  @Test
  void unobservedLooksChangeNothing() {
    var tile = tile(20).pit(25, 30, 3, ONSET, 20);
    for (int look = ONSET + 1; look < 19; look++) {
      tile.cloudEverywhere(look);
    }
    var stack = tile.stack();
    var before = detect(stack, ONSET, ONSET);
    assertEquals(before.state().live(), detect(stack, ONSET, 18).state().live());
    assertEquals(Status.PROVISIONAL, only(detect(stack, ONSET, 19)).alert().status());
  }

  @Test
  void neighbourWithinTwoPixelsExtendsALiveOne() {
    var stack = tile(16).pit(25, 30, 3, ONSET, 16).pit(29, 30, 4, ONSET + 1, 16).stack();
    var pit = only(detect(stack, ONSET, ONSET + 1));
    assertEquals("petra-20230824-a", pit.id());
    assertEquals(25, pit.extent().pixels());
  }

  @Test
  void lettersRunByArea() {
    var stack = tile(14).pit(22, 22, 2, ONSET, 14).pit(32, 32, 4, ONSET, 14).stack();
    var both = detect(stack, ONSET, ONSET).findings().disturbances();
    assertEquals(
        List.of("petra-20230824-a", "petra-20230824-b"),
        both.stream().map(Disturbance::id).toList());
    assertEquals(16, both.get(0).extent().pixels());
  }

  @Test
  void stateMovesWithTheGrid() {
    var stack = tile(14).pit(25, 30, 3, ONSET, 14).stack();
    var state = detect(stack, ONSET, ONSET).state();
    var shifted =
        new AlertState(
            state.siteId(),
            state.until(),
            state.grid().crop(-4, 7, 60, 60),
            state.bands(),
            List.of(
                state.live().get(0).withPixels(state.live().get(0).pixels().moved(4, -7, 60, 60))),
            List.of(),
            HeldOut.NONE,
            List.of());
    assertEquals(state, shifted.on(stack));
  }

  @Test
  void boundaryRedrawnUnderALiveOneKeepsIt() {
    var stack = tile(14).pit(25, 30, 3, ONSET, 14).stack();
    var later =
        TileDetector.detect(
            SyntheticTile.site(40, 40, 50, 50),
            stack,
            detect(stack, ONSET, ONSET).state(),
            new Period(day(ONSET), day(ONSET + 1)),
            DetectConfig.DEFAULT,
            ClassPools.NONE,
            "",
            ObjectLog.NONE,
            KnowledgeShelf.NONE);
    assertEquals(0, only(later).extent().extent_pct());
    assertEquals(Status.PROVISIONAL, only(later).alert().status());
  }

  @Test
  void stateOfOtherBandsIsRefused() {
    var stack = tile(2).stack();
    var other =
        new AlertState(
            "petra",
            FIRST,
            stack.grid(),
            List.of("vv"),
            List.of(),
            List.of(),
            HeldOut.NONE,
            List.of());
    var refusal = assertThrows(UserException.class, () -> other.on(stack));
    assertEquals(
        "alert state of site 'petra' was made from bands [vv], the looks have"
            + " [blue, green, red, nir]; derive it again from the stored looks",
        refusal.getMessage());
  }
}
