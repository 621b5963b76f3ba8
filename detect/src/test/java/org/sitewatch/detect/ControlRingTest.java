package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.PixelState;

/** The ring is what lies 60 m and more outside of the core: columns and rows to 13 and from 46. */
class ControlRingTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int LAST = 13;

  private static SyntheticTile dug() {
    return new SyntheticTile(2, FIRST, LAST + 1, 50).pit(25, 30, 4, LAST, LAST + 1);
  }

  /** Eight squares, about a twelfth of the ring. */
  private static SyntheticTile around(SyntheticTile tile, double share) {
    for (int i = 0; i < 4; i++) {
      tile.pit(2 + 14 * i, 3, 5, LAST, LAST + 1, share);
      tile.pit(4 + 14 * i, 52, 5, LAST, LAST + 1, share);
    }
    return tile;
  }

  private static Control control(SyntheticTile tile) {
    var stack = tile.stack();
    var period = new Period(FIRST.plusDays(50 * LAST - 1), FIRST.plusDays(50 * LAST));
    var found =
        TileDetector.detect(
                SyntheticTile.site(),
                stack,
                AlertState.none("petra", stack),
                period,
                DetectConfig.DEFAULT,
                ClassPools.NONE,
                "",
                ObjectLog.NONE,
                KnowledgeShelf.NONE)
            .findings()
            .disturbances();
    assertEquals(1, found.size());
    return found.get(0).measures().control();
  }

  @Test
  void aPitAloneIsNotRegional() {
    var control = control(dug());
    assertTrue(control.exists());
    assertFalse(control.regional());
  }

  @Test
  void whatHappensAllAroundIsRegional() {
    assertTrue(control(around(dug(), 1)).regional());
  }

  @Test
  void theOppositeAllAroundIsNot() {
    assertFalse(control(around(dug(), -1)).regional());
  }

  @Test
  void muchWeakerAllAroundIsNot() {
    assertFalse(control(around(dug(), 0.3)).regional());
  }

  @Test
  void anUnseenRingSaysNothing() {
    var tile = dug();
    tile.state(LAST, 0, 0, 16, PixelState.CLOUD);
    for (int i = 0; i < SyntheticTile.SIDE; i += 10) {
      tile.state(LAST, i, 0, 10, PixelState.CLOUD).state(LAST, i, 50, 10, PixelState.CLOUD);
      tile.state(LAST, 0, i, 10, PixelState.CLOUD).state(LAST, 50, i, 10, PixelState.CLOUD);
    }
    assertEquals(Control.NONE, control(tile));
  }
}
