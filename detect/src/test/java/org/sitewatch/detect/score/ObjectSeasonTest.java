package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sitewatch.detect.series.HarmonicModel;
import org.sitewatch.detect.series.TestSeasons;

class ObjectSeasonTest {
  private static final int[] OBJECT = {0, 1};
  private static final int[] RING = {2, 3, 4};
  private static final int[] ONE_BAND = {0};
  private static final double JANUARY = 0;

  /** Object and ring have a level and a wave with its crest in January each; sigma 0.01. */
  private static HarmonicModel season(float level, float wave, float ringLevel, float ringWave) {
    var beta = new float[1][5][5];
    for (int pixel = 0; pixel < 5; pixel++) {
      beta[0][0][pixel] = pixel < 2 ? level : ringLevel;
      beta[0][1][pixel] = pixel < 2 ? wave : ringWave;
    }
    return TestSeasons.of(beta, 0.01f);
  }

  @Test
  void whatWasLikeItsSurroundingsHasNoContrast() {
    var like = ObjectSeason.of(season(0.2f, 0.05f, 0.2f, 0.05f), ONE_BAND, OBJECT, RING);
    assertEquals(0, like.contrast());
  }

  @Test
  void contrastIsTheRootMeanSquareOverTheYear() {
    var level = ObjectSeason.of(season(0.23f, 0, 0.2f, 0), ONE_BAND, OBJECT, RING);
    assertEquals(3, level.contrast(), 1e-3);
    var wave = ObjectSeason.of(season(0.2f, 0.04f, 0.2f, 0), ONE_BAND, OBJECT, RING);
    assertEquals(4 / Math.sqrt(2), wave.contrast(), 1e-3);
  }

  @Test
  void whatAnotherMonthShowsIsNotNew() {
    var field = ObjectSeason.of(season(0.2f, 0.05f, 0.2f, 0), ONE_BAND, OBJECT, RING);
    assertEquals(0, field.novelty(JANUARY, new double[] {-0.1}), 1e-3); // as in July
    assertTrue(field.novelty(JANUARY, new double[] {-0.05}) < 1); // as in spring
  }

  @Test
  void whatNoMonthShowsIsAsNewAsItLiesBeyondTheYear() {
    var field = ObjectSeason.of(season(0.2f, 0.05f, 0.2f, 0), ONE_BAND, OBJECT, RING);
    assertEquals(7, field.novelty(JANUARY, new double[] {0.07}), 1e-3);
    assertEquals(3, field.novelty(JANUARY, new double[] {-0.13}), 1e-3);
  }

  @Test
  void bandsTheSensorHasNotAreLeftOut() {
    var season = season(0.23f, 0, 0.2f, 0);
    var object = ObjectSeason.of(season, new int[] {0, -1}, OBJECT, RING);
    assertEquals(3, object.contrast(), 1e-3);
    assertEquals(5, object.novelty(JANUARY, new double[] {0.05, 0.9}), 1e-3);
  }

  @Test
  void withoutARingThereIsNoContrast() {
    var object = ObjectSeason.of(season(0.23f, 0, 0.2f, 0), ONE_BAND, OBJECT, new int[0]);
    assertEquals(0, object.contrast());
  }
}
