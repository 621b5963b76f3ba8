package org.sitewatch.detect.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;

class PlantedStackTest {
  private static final int SIDE = 31;
  private static final List<String> BANDS = List.of("red", "nir");
  private static final float[] GROUND = {0.2f, 0.25f};

  private static TileStack stack(boolean calibrated) {
    var looks = new ArrayList<Look>();
    var values = new float[3][2][SIDE * SIDE];
    var states = new byte[3][SIDE * SIDE];
    for (int look = 0; look < 3; look++) {
      var time = Instant.parse("2024-0" + (look + 1) + "-05T10:30:00Z");
      looks.add(new Look("look-" + look, time, "any", List.of("scene-" + look), List.of()));
      Arrays.fill(states[look], PixelState.CLEAR.code());
      for (int band = 0; band < 2; band++) {
        Arrays.fill(values[look][band], GROUND[band]);
      }
    }
    return new TileStack(
        PixelGrid.northUp(32632, 0, 0, 10, SIDE, SIDE), BANDS, calibrated, looks, values, states);
  }

  private static GroundSampling sampling(double nir, GroundSampling.Shift shift) {
    return new GroundSampling(10, List.of(1.0, nir), Collections.nCopies(3, shift));
  }

  private static Planting clearing(int area_m2, double strength) {
    var cell = new Planting.Cell(PlantKind.CLEARING, strength, area_m2);
    return new Planting(cell, 1, 15.5, 15.5, 0.4, 1);
  }

  private static double rise(TileStack planted, int look, int band) {
    double rise = 0;
    for (float value : planted.values(look, band)) {
      rise += value - GROUND[band];
    }
    return rise;
  }

  @Test
  void theGroundBrightensByAsMuchAsIsCovered() {
    TileStack planted =
        PlantedStack.of(
            stack(true), sampling(2, GroundSampling.Shift.NONE), List.of(clearing(400, 0.5)));
    double full = 0.20 * GROUND[0] + 0.015;
    assertEquals(0.5 * 4 * full, rise(planted, 1, 0), 0.02 * 0.5 * 4 * full);
    assertTrue(
        planted.values(1, 1)[15 * SIDE + 15] - GROUND[1]
            < planted.values(1, 0)[15 * SIDE + 15] - GROUND[0],
        "a band of 20 m pixels is blurred more");
  }

  @Test
  void looksBeforeAndPixelsAwayKeepTheirBits() {
    TileStack before = stack(true);
    TileStack planted =
        PlantedStack.of(before, sampling(1, GroundSampling.Shift.NONE), List.of(clearing(400, 1)));
    assertSame(before.values(0, 0), planted.values(0, 0));
    assertArrayEquals(stack(true).values(1, 0), before.values(1, 0));
    float[] red = planted.values(1, 0);
    for (int pixel = 0; pixel < red.length; pixel++) {
      int away = Math.max(Math.abs(pixel / SIDE - 15), Math.abs(pixel % SIDE - 15));
      if (away > 5) {
        assertEquals(Float.floatToRawIntBits(GROUND[0]), Float.floatToRawIntBits(red[pixel]));
      }
    }
  }

  @Test
  void cloudStaysCloud() {
    TileStack clouded = stack(true);
    int middle = 15 * SIDE + 15;
    clouded.states(1)[middle] = PixelState.CLOUD.code();
    clouded.values(1, 0)[middle] = Float.NaN;
    TileStack planted =
        PlantedStack.of(clouded, sampling(1, GroundSampling.Shift.NONE), List.of(clearing(900, 1)));
    assertTrue(Float.isNaN(planted.values(1, 0)[middle]));
    assertEquals(PixelState.CLOUD.code(), planted.states(1)[middle]);
  }

  @Test
  void aDisplacedLookShowsItDisplaced() {
    var shift = new GroundSampling.Shift(3, 0);
    TileStack planted = PlantedStack.of(stack(true), sampling(1, shift), List.of(clearing(100, 1)));
    float[] red = planted.values(2, 0);
    assertTrue(red[18 * SIDE + 15] > GROUND[0] + 0.02);
    assertEquals(GROUND[0], red[12 * SIDE + 15]);
  }

  @Test
  void plantsGiveWayToTheBareGroundOfTheSite() {
    TileStack green = stack(true);
    int middle = 15 * SIDE + 15;
    for (int look = 0; look < 3; look++) {
      green.values(look, 0)[middle] = 0.04f;
      green.values(look, 1)[middle] = 0.40f;
    }
    TileStack planted =
        PlantedStack.of(green, sampling(1, GroundSampling.Shift.NONE), List.of(clearing(900, 1)));
    assertEquals(1.2 * GROUND[0] + 0.015, planted.values(1, 0)[middle], 0.01);
  }

  @Test
  void nothingIsPlantedIntoValuesWithoutUnits() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            PlantedStack.of(
                stack(false), sampling(1, GroundSampling.Shift.NONE), List.of(clearing(400, 1))));
  }
}
