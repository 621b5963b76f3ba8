package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;

class ClearLooksTest {
  private static final int SIDE = 40;
  private static final PixelGrid GRID =
      PixelGrid.northUp(32632, 500_000, 5_000_000, 10, SIDE, SIDE);
  private static final int SNOWY = 20 * SIDE + 20;

  /** One look at bare soil that the scene's mask calls clear, with snow on one pixel. */
  private static ClearLooks snowOnOnePixel(boolean isCalibrated, String... bands) {
    var values = new float[1][bands.length][SIDE * SIDE];
    for (int band = 0; band < bands.length; band++) {
      Arrays.fill(values[0][band], 0.2f);
      values[0][band][SNOWY] = bands[band].equals("swir16") ? 0.1f : 0.8f;
    }
    var states = new byte[1][SIDE * SIDE];
    Arrays.fill(states[0], PixelState.CLEAR.code());
    var look =
        new Look(
            "one", Instant.parse("2024-01-06T10:30:00Z"), "sentinel-2", List.of("s"), List.of());
    return new ClearLooks(
        new TileStack(GRID, List.of(bands), isCalibrated, List.of(look), values, states),
        DetectConfig.DEFAULT);
  }

  @Test
  void snowTheMaskMissedIsNotSeenNorWhatIsWithinTheWidening() {
    boolean[] clear = snowOnOnePixel(true, "green", "red", "swir16").clear(0);
    assertFalse(clear[SNOWY]);
    assertFalse(clear[SNOWY + 3]);
    assertTrue(clear[SNOWY + 4]);
  }

  @Test
  void withoutReflectanceOrShortWaveInfraredNothingIsTakenForSnow() {
    assertEquals(SIDE * SIDE, count(snowOnOnePixel(false, "green", "red", "swir16").clear(0)));
    assertEquals(SIDE * SIDE, count(snowOnOnePixel(true, "green", "red", "nir").clear(0)));
  }

  private static int count(boolean[] clear) {
    int count = 0;
    for (boolean pixel : clear) {
      count += pixel ? 1 : 0;
    }
    return count;
  }
}
