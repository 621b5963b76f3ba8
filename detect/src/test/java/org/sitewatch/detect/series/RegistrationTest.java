package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final int SIDE = 60;
  private static final double JANUARY = 0;
  private static final double JULY = 182.625;
  private static final OpticalBands ROLES = new OpticalBands(0, 0, 1, 2, 2, OptionalInt.empty());

  /** Fields that are the other way about in summer: the level is flat, the wave is the pattern. */
  private static HarmonicModel fields(float level) {
    var beta = new float[3][SeasonalTerms.COUNT][SIDE * SIDE];
    for (float[][] band : beta) {
      Arrays.fill(band[0], level);
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        band[1][pixel] = (float) pattern(pixel / SIDE, pixel % SIDE);
      }
    }
    return TestSeasons.of(beta, 0.01f);
  }

  private static double pattern(double row, double column) {
    return 0.1 * Math.sin(row / 3) * Math.cos(column / 4) + 0.05 * Math.sin((row + column) / 5);
  }

  /** What the fields show, displaced. */
  private static float[][] look(double sign, double dy, double dx) {
    var plane = new float[SIDE * SIDE];
    for (int pixel = 0; pixel < plane.length; pixel++) {
      double row = (double) (pixel / SIDE) - dy;
      double column = pixel % SIDE - dx;
      plane[pixel] = (float) (0.3 + sign * pattern(row, column));
    }
    return new float[][] {plane, plane, plane};
  }

  private static boolean[] all() {
    var clear = new boolean[SIDE * SIDE];
    Arrays.fill(clear, true);
    return clear;
  }

  @Test
  void aLookIsMeasuredAgainstTheSeasonOfItsDay() {
    var winter =
        Registration.to(List.<float[][]>of(look(1, 0, 0)), List.of(all()), ROLES, SIDE, SIDE);
    var summer = winter.on(JULY, fields(0.3f));
    ShiftEstimate found = summer.estimate(look(-1, 0.3, -0.2), all());
    assertEquals(0.3, found.dy_px(), 0.02);
    assertEquals(-0.2, found.dx_px(), 0.02);
  }

  @Test
  void whereThereIsNoModelTheMedianStandsIn() {
    var winter =
        Registration.to(List.<float[][]>of(look(1, 0, 0)), List.of(all()), ROLES, SIDE, SIDE);
    var same = winter.on(JANUARY, fields(Float.NaN));
    ShiftEstimate found = same.estimate(look(1, 0.3, -0.2), all());
    assertEquals(0.3, found.dy_px(), 0.02);
    assertEquals(-0.2, found.dx_px(), 0.02);
  }
}
