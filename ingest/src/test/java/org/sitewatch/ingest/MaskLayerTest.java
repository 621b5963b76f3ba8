package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskLayerTest {
  private static final long SEED = 4;

  @Test
  void ofTwoWordsTheGraverIsKeptAlsoWhereAllIsClearSoFar() {
    var random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      byte[] told = states(random);
      byte[] states = states(random);
      if (round % 2 == 0) {
        Arrays.fill(states, PixelState.CLEAR.code());
      }
      var expected = new byte[states.length];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = MaskLayer.graver(states[i], told[i]);
      }
      MaskLayer.keepGraver(told, states);
      assertArrayEquals(expected, states, "seed " + SEED);
    }
  }

  private static byte[] states(Random random) {
    var states = new byte[1500];
    for (int i = 0; i < states.length; i++) {
      states[i] = (byte) random.nextInt(PixelState.values().length);
    }
    return states;
  }
}
