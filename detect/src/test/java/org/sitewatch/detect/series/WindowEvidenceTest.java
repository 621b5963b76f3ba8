package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowEvidenceTest {
  private static final int SIZE = 24;
  private static final int LOOKS = 64;

  /** The series of the script that makes the oracle: noise, outliers, a step in one corner. */
  private static List<LookVectors> stepped(int bands) {
    int pixels = SIZE * SIZE;
    double[] u = HashedSeries.bell(9, LOOKS * bands * pixels);
    double[] outlier = HashedSeries.uniform(40, LOOKS * pixels);
    boolean[][] valid = HashedSeries.clear(41, LOOKS, SIZE, 0.7);
    var looks = new ArrayList<LookVectors>();
    for (int look = 0; look < LOOKS; look++) {
      var planes = new float[bands][pixels];
      var state = new byte[pixels];
      for (int pixel = 0; pixel < pixels; pixel++) {
        state[pixel] = valid[look][pixel] ? PixelState.VALID : PixelState.UNSEEN;
        for (int band = 0; band < bands; band++) {
          double value = u[(look * bands + band) * pixels + pixel];
          value *= outlier[look * pixels + pixel] < 0.05 ? 12 : 1;
          value += look >= 52 && pixel < 100 ? 4 : 0;
          planes[band][pixel] = valid[look][pixel] ? (float) value : Float.NaN;
        }
      }
      looks.add(LookVectors.of(HashedSeries.days(LOOKS)[look], planes, state, SIZE, SIZE));
    }
    return looks;
  }

  @Test
  void scoresEqualThePrototype() {
    List<LookVectors> looks = stepped(3);
    float[][] expected = Oracle.planes("score-plain", LOOKS - 20);
    var score = new float[SIZE * SIZE];
    for (int look = 20; look < LOOKS; look++) {
      WindowEvidence.of(looks.subList(0, look + 1), false, score);
      for (int pixel = 0; pixel < score.length; pixel++) {
        // float32 vectors on both sides.
        float should = expected[look - 20][pixel];
        if (Float.isNaN(should)) {
          assertEquals(Float.NaN, score[pixel], "pixel " + pixel);
        } else {
          assertEquals(should, score[pixel], 1e-5 * Math.max(1, should), "pixel " + pixel);
        }
      }
    }
  }

  @Test
  void smoothedScoresEqualThePrototypeInside() {
    List<LookVectors> looks = stepped(1);
    double[] scale = NeighbourhoodSum.nullScale(looks.subList(20, 50));
    looks.forEach(look -> look.divideW(scale));
    float[][] expected = Oracle.planes("score-smoothed", LOOKS - 20);
    var score = new float[SIZE * SIZE];
    double common = Double.NaN;
    int compared = 0;
    for (int look = 20; look < LOOKS; look++) {
      WindowEvidence.of(looks.subList(0, look + 1), true, score);
      for (int pixel = 0; pixel < score.length; pixel++) {
        boolean inside = pixel / SIZE % (SIZE - 1) > 0 && pixel % SIZE % (SIZE - 1) > 0;
        float should = expected[look - 20][pixel];
        if (!inside || Float.isNaN(should)) {
          continue;
        }
        // A factor common to all is the null scale, which the prototype takes from a seventh of
        // the vectors (about 2 %, twice that in a square). Medians near 0 have few digits.
        if (should > 0.01) {
          double ratio = score[pixel] / should;
          common = Double.isNaN(common) ? ratio : common;
          assertEquals(1, ratio, 0.06);
          assertEquals(common, ratio, 2e-3 * common);
          compared++;
        }
      }
    }
    assertTrue(compared > 5000, "compared " + compared);
  }

  /** One pixel, one band, looks 10 days apart, all of them 2: v valid, f flagged, - unseen. */
  private static float score(String states) {
    return score(states, 10, 2);
  }

  private static float score(String states, double apart, float value) {
    var looks = new ArrayList<LookVectors>();
    for (int i = 0; i < states.length(); i++) {
      byte state = (byte) "-fv".indexOf(states.charAt(i));
      float[][] u = {{value}};
      looks.add(new LookVectors(apart * i, u, u, new byte[] {state}));
    }
    var out = new float[1];
    WindowEvidence.of(looks, false, out);
    return out[0];
  }

  /** So many looks of size 2 spoke. */
  @ParameterizedTest
  @CsvSource({
    "vvv, 3",
    "vvvv, 3",
    "vvvvv, 5",
    "vvvvvvv, 7",
    "vvvvvvvvvv, 7",
    "v-v-v, 3",
    "vvffv, 3",
    "vvfvfv, 3", // two flagged looks are cloud
    "vfffv, 5",
    "vff-fv, 5", // three are change
    "vffffffvv, 7",
    "fff, 3",
    "vvfff, 5",
    "vvffffff, 7",
    "fffvffv, 5"
  })
  void releasedLooksSpeak(String states, int window) {
    assertEquals(window * 4 / 1.57, score(states), 1e-5, states);
  }

  @ParameterizedTest
  @CsvSource({"vv", "vvvv-", "vvvvf", "vvvvff", "ffv", "vfvfvf", "---", "ff"})
  void notJudged(String states) {
    assertEquals(Float.NaN, score(states), states);
  }

  @Test
  void looksOlderThan120DaysAreNotReadNorCounted() {
    assertEquals(3 * 4 / 1.57, score("vvvvv", 60, 2), 1e-5);
    assertEquals(Float.NaN, score("vvvvv", 61, 2));
    // Of a run of three the first is too old.
    assertEquals(Float.NaN, score("fff", 60.5, 2));
    assertEquals(3 * 4 / 1.57, score("fff", 60, 2), 1e-5);
  }

  @Test
  void mediansAreCutAtThirty() {
    assertEquals(3 * 900 / 1.57, score("vvv", 10, -50), 1e-3);
  }

  @Test
  void newestLooksMakeTheShortWindowAndOutliersCancel() {
    var looks = new ArrayList<LookVectors>();
    float[] series = {0, 0, 0, 0, 5, -40, 5};
    for (int i = 0; i < series.length; i++) {
      float[][] u = {{series[i]}};
      looks.add(new LookVectors(i, u, u, new byte[] {PixelState.VALID}));
    }
    var out = new float[1];
    WindowEvidence.of(looks, false, out);
    assertEquals(3 * 25 / 1.57, out[0], 1e-5);
  }

  @Test
  void pixelsOfOneBlockWithDifferentLooksAreScoredAlone() {
    int pixels = 700;
    var together = new ArrayList<LookVectors>();
    double[] chance = HashedSeries.uniform(3, 12 * pixels);
    float[][][] u = HashedSeries.bell(4, 12, 2, pixels);
    for (int look = 0; look < 12; look++) {
      var state = new byte[pixels];
      for (int pixel = 0; pixel < pixels; pixel++) {
        state[pixel] = (byte) (3 * chance[look * pixels + pixel]);
      }
      together.add(new LookVectors(look, u[look], u[look], state));
    }
    var scores = new float[pixels];
    WindowEvidence.of(together, false, scores);
    for (int pixel = 0; pixel < pixels; pixel++) {
      var alone = new ArrayList<LookVectors>();
      for (LookVectors look : together) {
        float[][] one = {{look.u()[0][pixel]}, {look.u()[1][pixel]}};
        alone.add(new LookVectors(look.day(), one, one, new byte[] {look.state()[pixel]}));
      }
      var score = new float[1];
      WindowEvidence.of(alone, false, score);
      assertArrayEquals(score, new float[] {scores[pixel]}, "pixel " + pixel);
    }
  }

  @Test
  void looksOutOfOrderAreRefused() {
    float[][] u = {{1}};
    var late = new LookVectors(5, u, u, new byte[1]);
    var early = new LookVectors(4, u, u, new byte[1]);
    assertThrows(
        IllegalArgumentException.class,
        () -> WindowEvidence.of(List.of(late, early), false, new float[1]));
  }
}
