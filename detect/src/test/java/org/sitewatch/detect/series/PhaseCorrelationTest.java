package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseCorrelationTest {
  private static final int WIDTH = 97;
  private static final int HEIGHT = 83;

  /** Patches of five pixels, each with its own light, seen from a place. */
  private static float[] ground(int dy, int dx, long seed) {
    var plane = new float[WIDTH * HEIGHT];
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        long patch = Math.floorDiv(row - dy, 5) * 1009L + Math.floorDiv(column - dx, 5);
        plane[row * WIDTH + column] = new Random(seed + patch * 7919).nextFloat();
      }
    }
    return plane;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 0", "0, -3", "-6, 7", "12, -9"})
  void theHighestPeakIsTheShift(int dy, int dx) {
    var peaks = PhaseCorrelation.find(ground(dy, dx, 1), ground(0, 0, 1), WIDTH, HEIGHT);
    assertEquals(new PhaseCorrelation.Peak(dy, dx), peaks.get(0));
  }

  @Test
  void gapsDoNotHideTheShift() {
    float[] image = ground(4, -5, 1);
    for (int i = 0; i < image.length; i++) {
      image[i] = i % WIDTH > 60 && i / WIDTH < 40 ? Float.NaN : image[i];
    }
    var peaks = PhaseCorrelation.find(image, ground(0, 0, 1), WIDTH, HEIGHT);
    assertEquals(new PhaseCorrelation.Peak(4, -5), peaks.get(0));
  }

  @Test
  void flatGroundHasNoPeak() {
    var flat = new float[WIDTH * HEIGHT];
    assertEquals(List.of(), PhaseCorrelation.find(flat, flat, WIDTH, HEIGHT));
  }

  @Test
  void aWindowThatIsTooSmallHasNoPeak() {
    assertEquals(List.of(), PhaseCorrelation.find(new float[400], new float[400], 20, 20));
  }
}
