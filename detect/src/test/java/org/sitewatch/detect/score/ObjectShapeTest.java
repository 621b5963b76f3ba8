package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.PixelState;

class ObjectShapeTest {

  @Test
  void aSquareIsNotElongatedAndFillsItsBox() {
    var square = ObjectShape.of(PixelSet.of(5, 5, 6, 7, 11, 12));
    assertEquals(1, square.elongation(), 1e-9);
    assertEquals(1, square.fill());
  }

  @Test
  void aLineIsElongatedInAnyDirection() {
    var row = PixelSet.of(9, 9, IntStream.range(0, 9).toArray());
    var slope = PixelSet.of(9, 9, IntStream.range(0, 9).map(i -> 10 * i).toArray());
    assertTrue(ObjectShape.of(row).elongation() > 5);
    assertTrue(ObjectShape.of(slope).elongation() > 5);
    assertEquals(1.0 / 9, ObjectShape.of(slope).fill(), 1e-9);
  }

  @Test
  void aRingLeavesOutWhatIsNearAndWhatLiesOutsideOfTheImage() {
    int[] ring = ObjectRing.of(PixelSet.of(6, 1, 0));
    assertArrayEquals(new int[] {4, 5}, ring);
    assertEquals(17 * 17 - 7 * 7, ObjectRing.of(PixelSet.of(30, 30, 15 * 30 + 15)).length);
  }

  @Test
  void distanceToTheMaskCountsColumnsOrRows() {
    var state = new byte[30 * 3];
    Arrays.fill(state, PixelState.VALID);
    state[31] = PixelState.UNSEEN;
    var clutter = new LookClutter(new float[state.length], state, 30, 3);
    assertEquals(0, clutter.distance_px(31));
    assertEquals(1, clutter.distance_px(0));
    assertEquals(4, clutter.distance_px(65));
    assertEquals(20, clutter.distance_px(29));
  }

  @Test
  void clutterCountsObjectsAndWhatStandsOut() {
    var evidence = new float[] {0, 4, 4, 0, 0, 0, Float.NaN, 3, 3, 0};
    var state = new byte[evidence.length];
    Arrays.fill(state, PixelState.VALID);
    var clutter = new LookClutter(evidence, state, 10, 1);
    assertEquals(2, clutter.objects());
    assertEquals(4, clutter.flagged());
    assertEquals(4.0 / 9, clutter.flaggedShare(), 1e-9);
  }
}
