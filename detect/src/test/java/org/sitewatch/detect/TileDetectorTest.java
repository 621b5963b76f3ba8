package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Zone;

class TileDetectorTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 1);
  private static final int STEP_DAYS = 5;

  private static SyntheticTile tile(int looks) {
    return new SyntheticTile(1, FIRST, looks, STEP_DAYS);
  }

  private static LocalDate day(int look) {
    return FIRST.plusDays((long) look * STEP_DAYS);
  }

  /** Judges the looks from one to another, both included. */
  private static Period period(int from, int to) {
    return new Period(day(from).minusDays(1), day(to));
  }

  private static TileResult detect(TileStack stack, AlertState before, Period period) {
    return TileDetector.detect(
        SyntheticTile.site(),
        stack,
        before,
        period,
        DetectConfig.DEFAULT,
        ClassPools.NONE,
        "",
        ObjectLog.NONE,
        KnowledgeShelf.NONE);
  }

  private static TileResult detect(TileStack stack, Period period) {
    return detect(stack, AlertState.none("petra", stack), period);
  }

  @Test
  void pitIsFoundWhereItWasDug() {
    var result = detect(tile(6).pit(25, 30, 3, 5, 6).stack(), period(5, 5));
    assertEquals(1, result.findings().disturbances().size());
    var pit = result.findings().disturbances().get(0);
    assertEquals("petra-20240526-a", pit.id());
    assertEquals(Zone.CORE, pit.zone());
    assertEquals(9, pit.extent().pixels());
    assertEquals(100 * 9.0 / 400, pit.extent().extent_pct(), 1e-6);
    assertEquals(900, pit.extent().area_m2(), 9);
    assertEquals(GeodesicArea.area_m2(pit.outline()), pit.extent().area_m2(), 1e-3);
    assertEquals(0, pit.extent().distanceToCore_m());
    assertEquals(50, pit.extent().distanceToBoundary_m(), 0.1);
    assertTrue(pit.outline().isValid());
    assertEquals(Status.FIRST, pit.alert().status());
    assertEquals(History.SHORT, pit.alert().history());
    assertEquals(5, pit.alert().historyLooks());
    assertEquals(day(4), pit.timeline().occurredFrom().orElseThrow());
    assertEquals(day(5), pit.timeline().occurredTo());
    assertEquals(0.12, pit.measures().deltas().get("brightness"), 0.01);
    assertTrue(pit.alert().confidence() > 0 && pit.alert().confidence() <= 0.5);
  }

  @Test
  void aLookUnderSnowTheMaskMissedIsNotSeenForSnow() {
    int pixels = SyntheticTile.SIDE * SyntheticTile.SIDE;
    var values = new float[1][3][pixels];
    Arrays.fill(values[0][0], 0.8f);
    Arrays.fill(values[0][1], 0.8f);
    Arrays.fill(values[0][2], 0.1f);
    var states = new byte[1][pixels];
    Arrays.fill(states[0], PixelState.CLEAR.code());
    var looks = List.of(tile(1).stack().looks().get(0));
    var bands = List.of("green", "red", "swir16");
    var stack = new TileStack(SyntheticTile.GRID, bands, true, looks, values, states);
    var outcome = detect(stack, period(0, 0)).findings().outcomes().get(0);
    var unseen = assertInstanceOf(LookOutcome.Unseen.class, outcome);
    assertEquals(LookOutcome.Cause.SNOW, unseen.cause());
  }

  @Test
  void blurredRimIsNotPartOfTheOutline() {
    var blurred = tile(6).pit(24, 29, 7, 5, 6, 0.3).pit(25, 30, 5, 5, 6, 0.7);
    var pit = detect(blurred.stack(), period(5, 5)).findings().disturbances().get(0);
    assertEquals(25, pit.extent().pixels());
  }

  @Test
  void quietSceneHasNoFindings() {
    var findings = detect(tile(6).stack(), period(5, 5)).findings();
    assertEquals(List.of(), findings.disturbances());
    assertEquals(0, findings.paddingObjects());
    assertEquals(
        new LookOutcome.Seen("look-" + day(5), day(5), "sentinel-2", 1, 1, LookShift.NONE),
        findings.outcomes().get(0));
  }

  @Test
  void oneEarlierLookIsAPair() {
    var result = detect(tile(2).pit(25, 30, 3, 1, 2).stack(), period(1, 1));
    assertEquals(1, result.findings().disturbances().size());
    assertEquals(History.PAIR, result.findings().disturbances().get(0).alert().history());
  }

  @Test
  void firstLookHasNoHistoryAndSaysNothing() {
    var result = detect(tile(1).pit(25, 30, 3, 0, 1).stack(), period(0, 0));
    assertEquals(List.of(), result.findings().disturbances());
    var seen = assertInstanceOf(LookOutcome.Seen.class, result.findings().outcomes().get(0));
    assertEquals(1, seen.clearShare());
    assertEquals(0, seen.judgedShare());
    assertTrue(result.changeSurface().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"CLOUD,CLOUD", "SNOW,SNOW", "OUTSIDE,OUTSIDE", "INVALID,CLOUD"})
  void lookThatShowsNothingOfTheSiteIsUnseen(PixelState state, LookOutcome.Cause cause) {
    var stack = tile(6).pit(25, 30, 3, 5, 6).state(5, 0, 0, SyntheticTile.SIDE, state).stack();
    var findings = detect(stack, period(5, 5)).findings();
    assertEquals(List.of(), findings.disturbances());
    var unseen = assertInstanceOf(LookOutcome.Unseen.class, findings.outcomes().get(0));
    assertEquals(cause, unseen.cause());
    assertEquals(day(4), findings.lastClear().orElseThrow());
  }

  @Test
  void cloudOverTheSiteAloneIsUnseen() {
    var stack = tile(6).state(5, 18, 18, 24, PixelState.CLOUD).stack();
    var findings = detect(stack, period(5, 5)).findings();
    assertInstanceOf(LookOutcome.Unseen.class, findings.outcomes().get(0));
  }

  @Test
  void changeInThePaddingIsOnlyCounted() {
    var findings = detect(tile(6).pit(5, 5, 3, 5, 6).stack(), period(5, 5)).findings();
    assertEquals(List.of(), findings.disturbances());
    assertEquals(1, findings.paddingObjects());
  }

  @Test
  void changeAcrossTheBoundaryKeepsItsWholeShape() {
    var findings = detect(tile(6).pit(18, 25, 4, 5, 6).stack(), period(5, 5)).findings();
    var across = findings.disturbances().get(0);
    assertEquals(16, across.extent().pixels());
    assertEquals(100 * 8.0 / 400, across.extent().extent_pct(), 1e-6);
    assertEquals(0, across.extent().distanceToBoundary_m());
  }

  @Test
  void unitsOfALookDoNotMatter() {
    var plain = tile(6).uncalibrated().pit(25, 30, 3, 5, 6);
    var scaled = tile(6).uncalibrated().pit(25, 30, 3, 5, 6);
    for (int look = 0; look < 5; look++) {
      scaled.rescaled(look, 8, 2);
    }
    scaled.rescaled(5, 4, -1);
    var one = detect(plain.stack(), period(5, 5));
    var other = detect(scaled.stack(), period(5, 5));
    assertEquals(
        one.findings().disturbances().get(0).outline(),
        other.findings().disturbances().get(0).outline());
    assertArrayEquals(
        one.changeSurface().orElseThrow().evidence(),
        other.changeSurface().orElseThrow().evidence(),
        0.01f);
    assertTrue(one.findings().disturbances().get(0).measures().deltas().isEmpty());
  }

  @Test
  void weekAfterWeekEqualsOneReplay() {
    var stack = tile(12).pit(25, 30, 3, 5, 12).pit(34, 22, 3, 7, 9).cloudEverywhere(8).stack();
    var first = detect(stack, period(5, 7));
    var second = detect(stack, first.state(), new Period(day(7), day(11)));
    var replay = detect(stack, period(5, 11));
    assertEquals(replay.state(), second.state());
    assertArrayEquals(
        replay.changeSurface().orElseThrow().evidence(),
        second.changeSurface().orElseThrow().evidence());
    assertEquals(
        replay.findings().disturbances().get(0).outline(),
        second.findings().disturbances().get(0).outline());
  }

  @Test
  void nothingAfterThePeriodIsRead() {
    var known = detect(tile(6).pit(25, 30, 3, 5, 6).stack(), period(5, 5));
    var later = detect(tile(9).pit(25, 30, 3, 5, 9).stack(), period(5, 5));
    assertEquals(known.findings().outcomes().size(), later.findings().outcomes().size());
    assertEquals(1, later.findings().disturbances().get(0).measures().looksDisturbed());
  }

  @Test
  void surfaceIsNaNWhereNotSeenAndHighOnThePit() {
    var stack = tile(6).pit(25, 30, 3, 5, 6).state(5, 50, 50, 4, PixelState.CLOUD).stack();
    float[] evidence = detect(stack, period(5, 5)).changeSurface().orElseThrow().evidence();
    assertTrue(Float.isNaN(evidence[52 * SyntheticTile.SIDE + 52]));
    assertTrue(Float.isNaN(evidence[52 * SyntheticTile.SIDE + 47]), "the rim of the cloud");
    assertFalse(Float.isNaN(evidence[52 * SyntheticTile.SIDE + 46]));
    assertTrue(evidence[31 * SyntheticTile.SIDE + 26] > 15);
  }

  @Test
  void outlineIsCounterClockwiseOnTheGround() {
    var result = detect(tile(6).pit(25, 30, 3, 5, 6).stack(), period(5, 5));
    var polygon = (Polygon) result.findings().disturbances().get(0).outline().getGeometryN(0);
    assertTrue(
        org.locationtech.jts.algorithm.Orientation.isCCW(
            polygon.getExteriorRing().getCoordinates()));
  }
}
