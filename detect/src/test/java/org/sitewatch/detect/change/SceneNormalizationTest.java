package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneNormalizationTest {

  /** Standardised values are far from no line: a quarter of the pixels changed, all one way. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lineIsThatOfTheUnchangedPixels(boolean orthogonal) {
    var random = new Random(5);
    var reference = new double[4000];
    var values = new double[4000];
    Arrays.setAll(reference, i -> random.nextGaussian());
    Arrays.setAll(
        values,
        i -> 0.3 + 0.8 * reference[i] + 0.05 * random.nextGaussian() + (i % 4 == 0 ? 3 : 0));
    var line = SceneNormalization.fit(reference, values, values.length, orthogonal);
    assertEquals(0.3, line.offset(), 0.01);
    assertEquals(0.8, line.gain(), 0.01);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void equalLooksKeepTheirScale(boolean orthogonal) {
    double[] same = new Random(6).doubles(500).toArray();
    assertEquals(new LinearMap(0, 1), SceneNormalization.fit(same, same.clone(), 500, orthogonal));
  }
}
