package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxSumTest {
  @Test
  void boxIsClippedAtTheBorder() {
    float[] plane = {
      1, 2, 3, 4, //
      5, 6, 7, 8, //
      9, 10, 11, 12
    };
    var sums = new double[12];
    new BoxSum(4, 3).of(plane, 3, sums);
    double[] expected = {
      14, 24, 30, 22, //
      33, 54, 63, 45, //
      30, 48, 54, 38
    };
    assertArrayEquals(expected, sums);
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "5", "11", "33", "99"})
  void everySizeEqualsAddingUp(int size) {
    int width = 37;
    int height = 23;
    var plane = new float[width * height];
    double[] values = HashedSeries.uniform(1, plane.length);
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) values[i];
    }
    var sums = new double[plane.length];
    new BoxSum(width, height).of(plane, size, sums);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double expected = 0;
        for (int r = Math.max(0, row - size / 2); r <= Math.min(height - 1, row + size / 2); r++) {
          int last = Math.min(width - 1, column + size / 2);
          for (int c = Math.max(0, column - size / 2); c <= last; c++) {
            expected += plane[r * width + c];
          }
        }
        // Double sums of 24-bit numbers are exact but for the order of additions.
        assertEquals(expected, sums[row * width + column], 1e-9);
      }
    }
  }

  @Test
  void evenBoxHasNoCentre() {
    var box = new BoxSum(4, 4);
    assertThrows(IllegalArgumentException.class, () -> box.of(new float[16], 4, new double[16]));
  }
}
