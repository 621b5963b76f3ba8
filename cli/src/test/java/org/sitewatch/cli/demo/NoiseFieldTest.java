package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoiseFieldTest {
  @Test
  void fieldHasMeanZeroAndVarianceOne() {
    var field = NoiseField.of(5, 400, 2, 8, 0.3);
    double sum = 0;
    double squares = 0;
    for (float value : field) {
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / field.length, 0.05);
    assertEquals(1, squares / field.length, 0.1);
  }

  @Test
  void smallerFieldIsTheCornerOfALargerOne() {
    var small = NoiseField.of(5, 37, 1, 16, 0.5);
    var large = NoiseField.of(5, 90, 1, 16, 0.5);
    for (int row = 0; row < 37; row++) {
      for (int column = 0; column < 37; column++) {
        assertEquals(large[row * 90 + column], small[row * 37 + column]);
      }
    }
  }
}
