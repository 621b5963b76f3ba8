package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubpixelShiftTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 61;

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, -0.4", "-0.04, 0.03", "0.9, 0.7", "-1.6, 1.2"})
  void findsWhereTheGroundLiesThoughTheLightChanged(double dy, double dx) {
    float[][] image = {scale(ground(dy, dx, 0), 0.03, 1.2), scale(ground(dy, dx, 1), -0.02, 0.8)};
    checkFound(dy, dx, SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT));
  }

  @Test
  void whatIsLikelyToStayShortIsMeasuredNoFurther() {
    ShiftEstimate whole = estimate(0.2, -0.1, 0);
    ShiftEstimate shortened = estimate(0.2, -0.1, 0.5);
    assertTrue(shortened.usable());
    assertEquals(whole.dy_px(), shortened.dy_px(), 0.03);
    assertEquals(whole.dx_px(), shortened.dx_px(), 0.03);
    assertNotEquals(whole, shortened);
  }

  @Test
  void whatMayBeLongerIsMeasuredToTheEnd() {
    assertEquals(estimate(0.45, 0.3, 0), estimate(0.45, 0.3, 0.5));
    assertEquals(estimate(-1.6, 1.2, 0), estimate(-1.6, 1.2, 0.5));
  }

  /** A look without light takes steps too short at first: half of them is not believed. */
  @Test
  void dimImagesAreNotTakenForNear() {
    float[][] image = {scale(ground(0.7, 0, 0), 0.2, 0.1), scale(ground(0.7, 0, 1), 0.2, 0.1)};
    ShiftEstimate whole = SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT);
    assertEquals(whole, SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT, 0.5));
  }

  private static ShiftEstimate estimate(double dy, double dx, double leastShift_px) {
    float[][] image = {ground(dy, dx, 0), ground(dy, dx, 1)};
    return SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT, leastShift_px);
  }

  @Test
  void cloudThatIsNotSeenCostsNoTruth() {
    float[][] image = {ground(0.3, -0.2, 0), ground(0.3, -0.2, 1)};
    boolean[] valid = all();
    cover(image, valid, Float.NaN);
    checkFound(0.3, -0.2, SubpixelShift.estimate(image, reference(), valid, WIDTH, HEIGHT));
  }

  @Test
  void unseenPixelsAreLeftOutThoughTheMaskForgotThem() {
    float[][] image = {ground(0.3, -0.2, 0), ground(0.3, -0.2, 1)};
    cover(image, all(), Float.NaN);
    checkFound(0.3, -0.2, SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT));
  }

  @Test
  void brightCloudUnderTheMaskIsNotLookedAt() {
    float[][] image = {ground(0.3, -0.2, 0), ground(0.3, -0.2, 1)};
    boolean[] valid = all();
    cover(image, valid, 0.9f);
    checkFound(0.3, -0.2, SubpixelShift.estimate(image, reference(), valid, WIDTH, HEIGHT));
  }

  @Test
  void unmaskedCloudIsOutvoted() {
    float[][] image = {ground(0.3, -0.2, 0), ground(0.3, -0.2, 1)};
    cover(image, all(), 0.9f);
    ShiftEstimate found = SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT);
    assertEquals(0.3, found.dy_px(), 0.05);
    assertEquals(-0.2, found.dx_px(), 0.05);
  }

  @Test
  void gapsOfTheReferenceTakeNoPart() {
    float[][] reference = reference();
    cover(reference, all(), Float.NaN);
    float[][] image = {ground(0.3, -0.2, 0), ground(0.3, -0.2, 1)};
    checkFound(0.3, -0.2, SubpixelShift.estimate(image, reference, all(), WIDTH, HEIGHT));
  }

  @Test
  void flatGroundTellsNothing() {
    float[][] flat = {new float[WIDTH * HEIGHT]};
    assertFalse(SubpixelShift.estimate(flat, flat, all(), WIDTH, HEIGHT).usable());
  }

  @Test
  void fewPixelsTellNothing() {
    boolean[] valid = new boolean[WIDTH * HEIGHT];
    Arrays.fill(valid, 0, 12 * WIDTH, true);
    ShiftEstimate found = SubpixelShift.estimate(reference(), reference(), valid, WIDTH, HEIGHT);
    assertEquals(ShiftEstimate.NONE, found);
  }

  @Test
  void farDisplacementIsNotUsed() {
    float[][] image = {ground(3.5, 0, 0), ground(3.5, 0, 1)};
    assertFalse(SubpixelShift.estimate(image, reference(), all(), WIDTH, HEIGHT).usable());
  }

  /**
   * Prototype: float32 planes and bright cloud left in the image, where it reads the same as here;
   * a thousandth of a pixel is a thirtieth of what is asked.
   */
  @Test
  void measuresThreeLooksAsThePrototype() {
    float[][][] images = NpyFile.oracle("s2_image").cube();
    boolean[][] valid = NpyFile.oracle("s2_valid").masks();
    float[][] reference = NpyFile.oracle("s2_reference").planes();
    double[] expected = NpyFile.oracle("s2_shift").doubles();
    for (int look = 0; look < images.length; look++) {
      ShiftEstimate found = SubpixelShift.estimate(images[look], reference, valid[look], 64, 64);
      assertEquals(expected[3 * look], found.dy_px(), 1e-3, "look " + look);
      assertEquals(expected[3 * look + 1], found.dx_px(), 1e-3, "look " + look);
      assertEquals(expected[3 * look + 2], found.sd_px(), 1e-3, "look " + look);
    }
  }

  private static void checkFound(double dy, double dx, ShiftEstimate found) {
    assertTrue(found.usable(), found::toString);
    assertEquals(dy, found.dy_px(), 0.01);
    assertEquals(dx, found.dx_px(), 0.01);
  }

  private static float[][] reference() {
    return new float[][] {ground(0, 0, 0), ground(0, 0, 1)};
  }

  /** Waves of 9 to 25 px across each other: their displacement is exact. */
  private static float[] ground(double dy, double dx, int band) {
    var plane = new float[WIDTH * HEIGHT];
    for (int i = 0; i < plane.length; i++) {
      double row = i / WIDTH - dy;
      double column = i % WIDTH - dx;
      plane[i] =
          (float)
              (0.25
                  + 0.03 * Math.sin(row * 0.7 + column * 0.2 + band)
                  + 0.04 * Math.sin(column * 0.6 - row * 0.3)
                  + 0.02 * Math.sin(column * 0.25 + 2 * band) * Math.cos(row * 0.4));
    }
    return plane;
  }

  private static float[] scale(float[] plane, double offset, double gain) {
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) (offset + gain * plane[i]);
    }
    return plane;
  }

  private static void cover(float[][] image, boolean[] valid, float value) {
    for (int row = 10; row < 30; row++) {
      for (int column = 20; column < 50; column++) {
        valid[row * WIDTH + column] = false;
        for (float[] plane : image) {
          plane[row * WIDTH + column] = value;
        }
      }
    }
  }

  private static boolean[] all() {
    var valid = new boolean[WIDTH * HEIGHT];
    Arrays.fill(valid, true);
    return valid;
  }
}
