package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTableTest {
  @Test
  void levelsEqualThePrototype() {
    float[][] scores = Oracle.planes("table-score", 44);
    float[][] levels = Oracle.planes("table-level", 44);
    float[] tail = Oracle.read("table-tail");
    var table = EvidenceTable.of(Arrays.asList(scores).subList(0, 30)).orElseThrow();
    // float32 files of double numbers.
    assertEquals(tail[0], table.scores()[7], 1e-5 * tail[0]);
    assertEquals(tail[1], table.tailScale(), 1e-5 * tail[1]);
    double highest = 0;
    for (int look = 0; look < 44; look++) {
      for (int pixel = 0; pixel < scores[look].length; pixel++) {
        float level = levels[look][pixel];
        double actual = table.evidence(scores[look][pixel]);
        if (Float.isNaN(level)) {
          assertEquals(Double.NaN, actual);
        } else {
          assertEquals(level, actual, 1e-5 * Math.max(1, level));
          highest = Math.max(highest, level);
        }
      }
    }
    assertTrue(highest > 4, "highest " + highest);
  }

  private static float[] evenly(int count) {
    var scores = new float[count];
    for (int i = 0; i < count; i++) {
      // Out of order, all of 0 to count - 1 once.
      scores[i] = (float) ((i * 7919L) % count);
    }
    return scores;
  }

  @Test
  void quantilesAndTailOfEvenScores() {
    var table = EvidenceTable.of(List.of(evenly(4001))).orElseThrow();
    assertEquals(0, table.evidence(0), 1e-12);
    assertEquals(Math.log10(2), table.evidence(2000), 1e-9);
    assertEquals(1, table.evidence(3600), 1e-9);
    assertEquals(2, table.evidence(3960), 1e-9);
    assertEquals(-Math.log10(0.005), table.evidence(3980), 1e-9);
    assertEquals((Math.log10(2) - Math.log10(0.2)) / 2, table.evidence(2600), 1e-9);
    // Excesses 1 to 20, cut at 19.05.
    double tail = (190 + 19.05) / 20 / 0.95;
    assertEquals(tail, table.tailScale(), 1e-9);
    assertEquals(-Math.log10(0.005) + 2, table.evidence(3980 + 2 * tail * Math.log(10)), 1e-9);
  }

  @Test
  void lookByLookOrAllAtOnceIsTheSame() {
    float[] all = evenly(4001);
    var split = List.of(Arrays.copyOf(all, 1000), Arrays.copyOfRange(all, 1000, 4001));
    var table = EvidenceTable.of(split).orElseThrow();
    assertEquals(EvidenceTable.of(List.of(all)).orElseThrow().tailScale(), table.tailScale());
  }

  @Test
  void keptNumbersGiveTheSameLevels() {
    var table = EvidenceTable.of(List.of(evenly(4001))).orElseThrow();
    var again = EvidenceTable.ofNumbers(table.scores(), table.tailScale());
    assertEquals(table.evidence(4500), again.evidence(4500));
    assertEquals(Double.NaN, again.evidence(Double.NaN));
    assertEquals(0, again.evidence(-3));
  }

  @Test
  void missingScoresAreNoScores() {
    var scores = new float[1500];
    Arrays.fill(scores, Float.NaN);
    System.arraycopy(evenly(999), 0, scores, 0, 999);
    assertTrue(EvidenceTable.of(List.of(scores)).isEmpty());
    scores[999] = 7;
    assertTrue(EvidenceTable.of(List.of(scores)).isPresent());
  }

  @Test
  void equalScoresStillGiveARisingLevel() {
    var scores = new float[2000];
    Arrays.fill(scores, 3);
    var table = EvidenceTable.of(List.of(scores)).orElseThrow();
    assertEquals(0, table.evidence(3));
    assertTrue(table.evidence(4) > table.evidence(3.5));
  }

  @Test
  void brokenNumbersAreRefused() {
    double[] falling = {0, 1, 2, 3, 2, 5, 6, 7};
    double[] rising = {0, 1, 2, 3, 4, 5, 6, 7};
    assertThrows(IllegalArgumentException.class, () -> EvidenceTable.ofNumbers(falling, 1));
    assertThrows(IllegalArgumentException.class, () -> EvidenceTable.ofNumbers(rising, 0));
    assertThrows(IllegalArgumentException.class, () -> EvidenceTable.ofNumbers(rising, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> EvidenceTable.ofNumbers(new double[3], 1));
  }
}
