package org.sitewatch.detect.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HysteresisTest {
  private static final float NAN = Float.NaN;

  private static List<PixelSet> regions(int width, float... evidence) {
    return Hysteresis.regions(evidence, width, evidence.length / width, 9, 4, 2);
  }

  @Test
  void regionGrowsFromItsSeedOverCornersToTheLowThreshold() {
    assertEquals(
        List.of(PixelSet.of(5, 3, 1, 7, 13)),
        regions(
            5, //
            0, 4, 0, 0, 0, 0, 0, 9, NAN, 0, 0, 3, 0, 4, 0));
  }

  @Test
  void regionWithoutASeedIsNone() {
    assertEquals(List.of(), regions(3, 8, 8, 8, 8, 8, 8));
  }

  @Test
  void onePixelIsBelowTheMappingUnit() {
    assertEquals(List.of(), regions(3, 0, 99, 0, 0, 0, 0));
  }

  @Test
  void leftAndRightEdgesDoNotTouch() {
    assertEquals(List.of(), regions(3, 0, 0, 9, 9, 0, 0));
  }

  @Test
  void largestComesFirstThenTheUpperLeft() {
    assertEquals(
        List.of(PixelSet.of(7, 3, 5, 12, 19), PixelSet.of(7, 3, 0, 1), PixelSet.of(7, 3, 14, 15)),
        regions(
            7, //
            9, 9, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 9, 0, 9, 9, 0, 0, 0, 9, 0));
  }

  @Test
  void armsOfASpiralAreOneRegion() {
    assertEquals(
        1,
        regions(
                5, //
                9, 0, 9, 9, 9, 9, 0, 9, 0, 9, 9, 0, 0, 0, 9, 9, 9, 9, 9, 9)
            .size());
  }
}
