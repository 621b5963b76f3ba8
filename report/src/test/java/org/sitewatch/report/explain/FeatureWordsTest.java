package org.sitewatch.report.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.ObjectFeatures;

class FeatureWordsTest {
  static Iterable<String> names() {
    return ObjectFeatures.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFeatureHasWordsOfItsOwn(String feature) {
    String words = new FeatureWords(10).of(new Grounds.Part(feature, 0.5, 0.1));
    assertFalse(words.startsWith(feature.replace('_', ' ') + " is"), words);
  }

  @Test
  void logarithmsAreToldAsWhatTheyAreOf() {
    assertEquals(
        "no month of its own year comes nearer than 3.0 sigmas",
        new FeatureWords(10).of(new Grounds.Part("novelty", Math.log(4), 0.1)));
    assertEquals(
        "the look shows 3 such objects at the site",
        new FeatureWords(10).of(new Grounds.Part("log_clutter", Math.log(4), 0.1)));
  }
}
