package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.segment.PixelSet;

class EvidenceRimTest {
  private static final int SIZE = 20;

  private static PixelSet all() {
    return PixelSet.of(SIZE, SIZE, IntStream.range(0, SIZE * SIZE).toArray());
  }

  /** Evidence of a change along a column: the square of its share in each pixel. */
  private static float[] row(double... shares) {
    var evidence = new float[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < shares.length; column++) {
        evidence[row * SIZE + column] = (float) (1000 * shares[column] * shares[column]);
      }
    }
    return evidence;
  }

  @Test
  void anEdgeLiesWhereHalfOfTheChangeIsLeft() {
    PixelSet cut = EvidenceRim.cut(row(0.1, 0.4, 0.6, 1, 1, 0.6, 0.4, 0.1), all(), 2);
    assertEquals(4 * SIZE, cut.count(pixel -> pixel % SIZE >= 2 && pixel % SIZE <= 5));
    assertEquals(0, cut.count(pixel -> pixel % SIZE < 2 || pixel % SIZE == 6));
  }

  @Test
  void aWeakChangeBesideAStrongOneIsKept() {
    PixelSet cut = EvidenceRim.cut(row(1, 1, 0.3, 0.1, 0.1, 0.2, 0.3, 0.3), all(), 2);
    assertEquals(2 * SIZE, cut.count(pixel -> pixel % SIZE == 6 || pixel % SIZE == 7));
  }

  @Test
  void wholeRegionStaysIfTooLittleWereLeft() {
    var evidence = new float[SIZE * SIZE];
    evidence[0] = 100;
    evidence[1] = 8;
    PixelSet region = PixelSet.of(SIZE, SIZE, 0, 1);
    assertEquals(2, EvidenceRim.cut(evidence, region, 2).size());
    assertEquals(1, EvidenceRim.cut(evidence, region, 1).size());
  }
}
