package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpticsTest {
  private static final Frame FRAME = new Frame(64);

  @Test
  void pointIsDisplacedByThePassesShift() {
    var pass = clearPass();
    var plane = new float[64 * 64];
    plane[30 * 64 + 20] = 1f;
    var numbers =
        new Optics(FRAME, pass, new Atmosphere(FRAME, pass))
            .expose(Band.RED, plane, new float[64 * 64]);
    double background = numbers[5 * 64 + 50];
    double sum = 0;
    double east = 0;
    double south = 0;
    for (int y = 26; y < 35; y++) {
      for (int x = 16; x < 25; x++) {
        double light = numbers[y * 64 + x] - background;
        sum += light;
        east += light * x;
        south += light * y;
      }
    }
    assertEquals(20 + pass.shiftEast_px(), east / sum, 0.1);
    assertEquals(30 + pass.shiftSouth_px(), south / sum, 0.1);
  }

  @Test
  void numbersAreReflectanceTimesTenThousandPlusAThousand() {
    var pass = clearPass();
    var plane = new float[64 * 64];
    java.util.Arrays.fill(plane, 0.25f);
    var numbers =
        new Optics(FRAME, pass, new Atmosphere(FRAME, pass))
            .expose(Band.SWIR16, plane, new float[64 * 64]);
    assertEquals(32 * 32, numbers.length);
    double sum = 0;
    for (short number : numbers) {
      sum += number;
    }
    double expected = 1000 + 10_000 * (0.25 * pass.gain(4) + pass.offset(4));
    assertEquals(expected, sum / numbers.length, 10);
  }

  private static Acquisition clearPass() {
    return new Acquisition(LocalDate.of(2023, 4, 4), 0, 0, 0.004, 0.1, 0, false);
  }
}
