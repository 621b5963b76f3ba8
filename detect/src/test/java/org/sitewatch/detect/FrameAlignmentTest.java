package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;

class FrameAlignmentTest {
  private static final int SIDE = 100;
  private static final PixelGrid GRID =
      PixelGrid.northUp(32632, 500_000, 5_000_000, 10, SIDE, SIDE);
  private static final LocalDate FIRST = LocalDate.of(2024, 4, 1);

  private final List<Look> looks = new ArrayList<>();
  private final List<float[][]> values = new ArrayList<>();
  private final List<byte[]> states = new ArrayList<>();

  /** One more look at ground with detail of all sizes, so many pixels aside. */
  private void look(int dy, int dx) {
    var day = FIRST.plusDays(5L * looks.size());
    looks.add(
        new Look(
            "look-" + day,
            day.atTime(10, 30).toInstant(ZoneOffset.UTC),
            "sentinel-2",
            List.of("scene-" + day),
            List.of()));
    var plane = new float[SIDE * SIDE];
    for (int pixel = 0; pixel < plane.length; pixel++) {
      plane[pixel] = (float) (0.2 + 0.1 * height(pixel / SIDE - dy, pixel % SIDE - dx));
    }
    values.add(new float[][] {plane, plane.clone(), plane.clone()});
    var clear = new byte[SIDE * SIDE];
    Arrays.fill(clear, PixelState.CLEAR.code());
    states.add(clear);
  }

  /** Random heights on a lattice of 2 px, steps between. */
  private static double height(int row, int column) {
    long lattice = Math.floorDiv(row, 2) * 1009L + Math.floorDiv(column, 2) * 7919L;
    return new Random(lattice).nextDouble();
  }

  /** A lattice of clouds in the newest look; the mask does not know of their bright rims. */
  private void clouds() {
    int look = looks.size() - 1;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int pixel = row * SIDE + column;
        int inCloud = Math.max(Math.abs(row % 25 - 12), Math.abs(column % 25 - 12));
        for (float[] band : values.get(look)) {
          band[pixel] = inCloud <= 2 ? Float.NaN : inCloud <= 4 ? 0.9f : band[pixel];
        }
        if (inCloud <= 2) {
          states.get(look)[pixel] = PixelState.CLOUD.code();
        }
      }
    }
  }

  private TileStack stack() {
    return new TileStack(
        GRID,
        List.of("green", "red", "nir"),
        true,
        looks,
        values.toArray(float[][][]::new),
        states.toArray(byte[][]::new));
  }

  private ClearLooks laid() {
    return FrameAlignment.of(new ClearLooks(stack(), DetectConfig.DEFAULT), KnowledgeShelf.NONE);
  }

  private static void checkShift(ClearLooks laid, int look, double dy, double dx) {
    assertEquals(dy, laid.shift(look).dy_px(), 0.1, laid.shift(look).toString());
    assertEquals(dx, laid.shift(look).dx_px(), 0.1, laid.shift(look).toString());
  }

  @Test
  void looksAsideAreMovedOntoTheFirst() {
    look(0, 0);
    look(4, -2);
    look(-3, 3);
    var laid = laid();
    assertFalse(laid.shift(0).isMeasured());
    checkShift(laid, 1, 4, -2);
    checkShift(laid, 2, -3, 3);
  }

  /** Else the third look would be measured against rims of clouds that were moved onto land. */
  @Test
  void aCloudOfALookThatWasMovedIsNoGround() {
    look(0, 0);
    look(4, -2);
    clouds();
    look(1, 0);
    var laid = laid();
    checkShift(laid, 1, 4, -2);
    checkShift(laid, 2, 1, 0);
    assertFalse(laid.clear(1)[4 * SIDE + 14], "5 px above where the cloud is now");
  }

  /** As in one pass over both weeks, where the look is known to have been set aside. */
  @Test
  void aLookThatWasSetAsideInAnEarlierWeekIsNoDayOfClearSight() {
    look(0, 0);
    look(0, 0);
    look(9, 3);
    look(0, 0);
    for (float[] band : values.get(3)) {
      Arrays.fill(band, Float.NaN);
    }
    Arrays.fill(states.get(3), PixelState.CLOUD.code());
    Period cloudy = new Period(FIRST.plusDays(12), FIRST.plusDays(19));
    Period both = new Period(FIRST.plusDays(7), FIRST.plusDays(19));
    assertEquals(Optional.of(FIRST.plusDays(5)), lastClear(both));
    assertEquals(Optional.of(FIRST.plusDays(5)), lastClear(cloudy));
  }

  private Optional<LocalDate> lastClear(Period period) {
    var site = SyntheticTile.site();
    return TileDetector.detect(
            site,
            stack(),
            AlertState.none(site.id(), stack()),
            period,
            DetectConfig.DEFAULT,
            ClassPools.NONE,
            "",
            ObjectLog.NONE,
            KnowledgeShelf.NONE)
        .findings()
        .lastClear();
  }
}
