package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CounterNoiseTest {
  @Test
  void drawsHaveMeanZeroAndVarianceOne() {
    double sum = 0;
    double squares = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      double draw = CounterNoise.normal(CounterNoise.key(7, i));
      sum += draw;
      squares += draw * draw;
    }
    assertEquals(0, sum / draws, 0.02);
    assertEquals(1, squares / draws, 0.02);
  }

  @Test
  void uniformDrawsStayInTheirRange() {
    for (int i = 0; i < 1000; i++) {
      double draw = CounterNoise.uniform(3, i, -2, 5);
      assertTrue(draw >= -2 && draw < 5);
    }
  }

  @Test
  void streamsDifferByName() {
    assertNotEquals(CounterNoise.key(1, "gain"), CounterNoise.key(1, "offset"));
  }
}
