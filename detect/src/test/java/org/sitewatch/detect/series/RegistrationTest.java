package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
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

  /** Ground with detail of all sizes, displaced: random heights on a lattice, lines between. */
  private static float[][] rough(double dy, double dx) {
    var plane = new float[SIDE * SIDE];
    for (int pixel = 0; pixel < plane.length; pixel++) {
      double y = ((double) (pixel / SIDE) - dy) / 2.5;
      double x = (pixel % SIDE - dx) / 2.5;
      int row = (int) Math.floor(y);
      int column = (int) Math.floor(x);
      double above = between(height(row, column), height(row, column + 1), x - column);
      double below = between(height(row + 1, column), height(row + 1, column + 1), x - column);
      plane[pixel] = (float) (0.2 + 0.1 * between(above, below, y - row));
    }
    return new float[][] {plane, plane, plane};
  }

  private static double between(double a, double b, double share) {
    return a + share * (b - a);
  }

  private static double height(int row, int column) {
    return new Random(row * 1009L + column * 7919L).nextDouble();
  }

  private static Registration still() {
    return Registration.to(List.<float[][]>of(rough(0, 0)), List.of(all()), ROLES, SIDE, SIDE);
  }

  @Test
  void whatLiesTooFarToBeMeasuredIsSearchedFor() {
    ShiftEstimate found = still().estimate(rough(-3.3, 2.6), all());
    assertTrue(found.usable() && !found.isTooFar(), found.toString());
    assertEquals(-3.3, found.dy_px(), 0.05);
    assertEquals(2.6, found.dx_px(), 0.05);
  }

  /** A cloud hides what it hid, and what was moved from under it; so does the window's edge. */
  @Test
  void theMaskOfALookThatWasMovedFarTravelsWithIt() {
    var clear = new boolean[SIDE * SIDE];
    var clouded = new boolean[SIDE * SIDE];
    for (int pixel = 0; pixel < clear.length; pixel++) {
      clouded[pixel] = isIn(pixel, 20, 30, 30, 40);
      clear[pixel] = !clouded[pixel];
    }
    var shift = new ShiftEstimate(-3.3, 2.6, 0.01, true);
    var laid = still().apply(JULY, rough(-3.3, 2.6), clear, clouded, shift);
    for (int pixel = 0; pixel < clear.length; pixel++) {
      boolean hidden =
          clouded[pixel]
              || isIn(pixel, 23, 27, 33, 37)
              || isIn(pixel, 0, 0, 3, SIDE)
              || isIn(pixel, 0, SIDE - 3, SIDE, SIDE);
      String at = "row " + pixel / SIDE + ", column " + pixel % SIDE;
      assertEquals(!hidden, laid.clear()[pixel], at);
      assertEquals(hidden, laid.clouded()[pixel], at);
    }
  }

  private static boolean isIn(int pixel, int row, int column, int endRow, int endColumn) {
    int y = pixel / SIDE;
    int x = pixel % SIDE;
    return y >= row && y < endRow && x >= column && x < endColumn;
  }

  @Test
  void aLookTooFarAsideShowsNothing() {
    ShiftEstimate found = still().estimate(rough(4, 5), all());
    assertTrue(found.isTooFar(), found.toString());
    var laid = still().apply(JULY, rough(4, 5), all(), new boolean[SIDE * SIDE], found);
    assertFalse(laid.clear()[SIDE * SIDE / 2]);
  }

  @Test
  void whatResemblesNothingStaysWhereItIs() {
    var random = new Random(3);
    float[][] noise = rough(0, 0);
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      noise[0][pixel] = random.nextFloat(); // all three bands are the same plane
    }
    assertFalse(still().estimate(noise, all()).usable());
  }

  @Test
  void theMiddleOfAllPlacesKnowsNothingOfStrayOnes() {
    var near = new ShiftEstimate(0.2, -0.1, 0.01, true);
    var stray = new ShiftEstimate(4, -9, 0.01, true);
    var centre = ShiftEstimate.centre(List.of(near, stray));
    assertEquals(0.2, centre.dy_px());
    assertEquals(-0.1, centre.dx_px());
  }
}
