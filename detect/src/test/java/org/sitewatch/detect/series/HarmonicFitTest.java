package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarmonicFitTest {
  private static final int LOOKS = 90;
  private static final int PIXELS = 37;

  @Test
  void yearIsLearntThoughEveryTenthLookIsCloudedInOneBand() {
    float[][][] values = years(new Random(1), 0.002);
    for (int look = 0; look < LOOKS; look += 10) {
      Arrays.fill(values[look][0], 0.7f);
    }
    HarmonicModel model = HarmonicFit.fit(days(0), values, allSeen(), allLooks());
    var predicted = new float[2][PIXELS];
    model.predict(1000, predicted);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      assertEquals(truth(1000, 0, pixel), predicted[0][pixel], 0.003);
      assertEquals(truth(1000, 1, pixel), predicted[1][pixel], 0.003);
      assertEquals(0.002, model.sigma(1)[pixel], 0.001);
      assertEquals(LOOKS, model.count()[pixel]);
    }
  }

  /** Looks that are bad in one band are left out of all; with them the level would be 4e-5 off. */
  @Test
  void bandsShareTheWeightOfALook() {
    float[][][] values = years(new Random(1), 0);
    for (int look = 0; look < LOOKS; look += 10) {
      Arrays.fill(values[look][0], 0.7f);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        values[look][1][pixel] += 0.0004f;
      }
    }
    for (int look = 0; look < LOOKS; look++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        values[look][1][pixel] += 0.001f * (look % 2 == 0 ? 1 : -1);
        values[look][0][pixel] += 0.0001f * (look % 2 == 0 ? 1 : -1);
      }
    }
    HarmonicModel together = HarmonicFit.fit(days(0), values, allSeen(), allLooks());
    HarmonicModel without =
        HarmonicFit.fit(
            days(0),
            values,
            allSeen(),
            IntStream.range(0, LOOKS).filter(i -> i % 10 > 0).toArray());
    assertEquals(without.beta(1)[0][0], together.beta(1)[0][0], 1e-5);
  }

  @Test
  void epochOfTheDaysDoesNotMatter() {
    float[][][] values = years(new Random(2), 0.01);
    var early = new float[2][PIXELS];
    var late = new float[2][PIXELS];
    HarmonicFit.fit(days(0), values, allSeen(), allLooks()).predict(700, early);
    HarmonicFit.fit(days(18628), values, allSeen(), allLooks()).predict(700 + 18628, late);
    assertArrayEquals(early[0], late[0], 1e-6f);
    assertArrayEquals(early[1], late[1], 1e-6f);
  }

  @Test
  void sevenLooksAreNoModelEightAre() {
    float[][][] values = years(new Random(3), 0.01);
    boolean[][] seen = allSeen();
    for (int look = 0; look < LOOKS; look++) {
      seen[look][0] = look % 13 == 0;
      seen[look][1] = look % 12 == 0;
      values[look][1][2] = look % 13 == 0 ? values[look][1][2] : Float.NaN;
    }
    HarmonicModel model = HarmonicFit.fit(days(0), values, seen, allLooks());
    var predicted = new float[2][PIXELS];
    model.predict(10, predicted);
    for (int pixel : new int[] {0, 2}) {
      assertEquals(7, model.count()[pixel]);
      assertTrue(Float.isNaN(model.sigma(0)[pixel]));
      assertTrue(Float.isNaN(predicted[0][pixel]));
    }
    assertEquals(8, model.count()[1]);
    assertTrue(model.sigma(0)[1] > 0);
    assertTrue(predicted[1][1] > 0);
  }

  @Test
  void quietPixelIsNotTakenForQuieterThanAThirdOfTheOthers() {
    float[][][] values = years(new Random(4), 0.01);
    for (int look = 0; look < LOOKS; look++) {
      values[look][0][5] = 0.2f;
    }
    HarmonicModel model = HarmonicFit.fit(days(0), values, allSeen(), allLooks());
    assertEquals(0.3 * model.typicalSigma(0), model.sigma(0)[5], 1e-8);
  }

  /** Pixels are worked on in blocks, whose seams must not show. */
  @Test
  void eachPixelAloneGivesTheSame() {
    float[][][] values = years(new Random(5), 0.01);
    HarmonicModel whole = HarmonicFit.fit(days(0), values, allSeen(), allLooks());
    for (int pixel : new int[] {0, 15, 16, 36}) {
      var alone = new float[LOOKS][2][];
      for (int look = 0; look < LOOKS; look++) {
        for (int band = 0; band < 2; band++) {
          alone[look][band] = new float[] {values[look][band][pixel]};
        }
      }
      HarmonicModel model = HarmonicFit.fit(days(0), alone, allSeen(), allLooks());
      for (int term = 0; term < 5; term++) {
        assertEquals(whole.beta(1)[term][pixel], model.beta(1)[term][0]);
      }
    }
  }

  @Test
  void onlyTheNamedLooksAreHistory() {
    float[][][] values = years(new Random(6), 0.01);
    int[] first = IntStream.range(0, 60).toArray();
    HarmonicModel before = HarmonicFit.fit(days(0), values, allSeen(), first);
    for (int look = 60; look < LOOKS; look++) {
      Arrays.fill(values[look][0], 0.9f);
    }
    HarmonicModel after = HarmonicFit.fit(days(0), values, allSeen(), first);
    assertArrayEquals(before.beta(0)[0], after.beta(0)[0]);
    assertEquals(60, after.count()[0]);
  }

  @Test
  void noHistoryIsNoModel() {
    HarmonicModel model =
        HarmonicFit.fit(days(0), years(new Random(7), 0.01), allSeen(), new int[0]);
    assertEquals(0, model.count()[0]);
    assertTrue(Float.isNaN(model.sigma(0)[0]));
  }

  /** Prototype: the same doubles by LU and in another order of sums, kept as float32. */
  @Test
  void fitsNinetySixPixelsAsThePrototype() {
    NpyFile days = NpyFile.oracle("s3_days");
    float[][][] values = NpyFile.oracle("s3_values").cube();
    HarmonicModel model =
        HarmonicFit.fit(
            days.doubles(),
            values,
            NpyFile.oracle("s3_valid").masks(),
            IntStream.range(0, days.size(0)).toArray());
    float[][][] beta = NpyFile.oracle("s3_beta").cube();
    float[][] sigma = NpyFile.oracle("s3_sigma").planes();
    double[] count = NpyFile.oracle("s3_count").doubles();
    for (int band = 0; band < 6; band++) {
      float least = (float) (0.3 * HarmonicModel.medianOfNumbers(sigma[band]));
      for (int pixel = 0; pixel < 96; pixel++) {
        assertEquals(count[pixel], model.count()[pixel]);
        assertEquals(Math.max(least, sigma[band][pixel]), model.sigma(band)[pixel], 1e-7);
        for (int term = 0; term < 5; term++) {
          assertEquals(beta[band][term][pixel], model.beta(band)[term][pixel], 1e-7);
        }
      }
    }
  }

  private static double truth(double day, int band, int pixel) {
    double angle = 2 * Math.PI * day / 365.25;
    return 0.2 + 0.01 * pixel / PIXELS + 0.05 * band * Math.cos(angle) + 0.02 * Math.sin(2 * angle);
  }

  private static float[][][] years(Random random, double noise) {
    var values = new float[LOOKS][2][PIXELS];
    double[] days = days(0);
    for (int look = 0; look < LOOKS; look++) {
      for (int band = 0; band < 2; band++) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          values[look][band][pixel] =
              (float) (truth(days[look], band, pixel) + noise * random.nextGaussian());
        }
      }
    }
    return values;
  }

  /** Every eighth day: two years. */
  private static double[] days(double epoch) {
    return IntStream.range(0, LOOKS).mapToDouble(look -> epoch + 8 * look).toArray();
  }

  private static int[] allLooks() {
    return IntStream.range(0, LOOKS).toArray();
  }

  private static boolean[][] allSeen() {
    var seen = new boolean[LOOKS][PIXELS];
    for (boolean[] look : seen) {
      Arrays.fill(look, true);
    }
    return seen;
  }
}
