package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.change.Median;

class GuessedMedianTest {

  /** Odd and even counts, ties, zeros, and levels that jump by a factor of a thousand. */
  @Test
  void equalsTheMedianWhateverCameBefore() {
    var random = new Random(4);
    var guessed = new GuessedMedian(60);
    for (int trial = 0; trial < 2000; trial++) {
      int count = 1 + random.nextInt(60);
      double level = random.nextInt(20) == 0 ? 1000 : 1;
      var values = new double[60];
      for (int i = 0; i < count; i++) {
        values[i] = level * (trial % 3 == 0 ? random.nextInt(4) : random.nextDouble());
      }
      double median = guessed.of(values, count);
      assertEquals(Median.of(values, count), median, "seed 4, trial " + trial);
    }
  }
}
