package org.sitewatch.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.detect.score.Grounds;

class ConfidencePartsTest {
  private static final Grounds GROUNDS =
      new Grounds(
          1.1,
          -0.5,
          List.of(new Grounds.Part("unrest", 0.25, -0.4), new Grounds.Part("strength", 7.5, 2)));

  @Test
  void theLargestPushComesFirst() {
    assertEquals(
        Optional.of("score:1.1000;start:-0.5000;strength=7.5000:2.0000;unrest=0.2500:-0.4000"),
        ConfidenceParts.text(GROUNDS));
  }

  @Test
  void comesBackAsItWasWritten() {
    assertEquals(GROUNDS, ConfidenceParts.read(ConfidenceParts.text(GROUNDS).orElseThrow()));
  }

  @Test
  void whereNoTreesJudgedThereIsNone() {
    assertEquals(Optional.empty(), ConfidenceParts.text(Grounds.NONE));
  }

  @Test
  void withoutMeansOnlyTheScoreIsWritten() {
    var grounds = new Grounds(2, Double.NaN, List.of());
    assertEquals(Optional.of("score:2.0000"), ConfidenceParts.text(grounds));
    assertEquals(grounds, ConfidenceParts.read("score:2.0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "score", "score:high", "start:1", ";;", "unrest=x:1"})
  void whatIsNoneReadsAsNone(String text) {
    assertFalse(ConfidenceParts.read(text).exist());
  }
}
