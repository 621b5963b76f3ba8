package org.sitewatch.detect.pair;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PairScoreTest {
  private static final int SIZE = LinearPair.WIDTH * LinearPair.HEIGHT;

  private static boolean[] all() {
    var valid = new boolean[SIZE];
    Arrays.fill(valid, true);
    return valid;
  }

  private static double median(float[] score, IntPredicate of) {
    var values = new double[SIZE];
    int count = 0;
    for (int pixel = 0; pixel < SIZE; pixel++) {
      if (of.test(pixel)) {
        values[count++] = score[pixel];
      }
    }
    Arrays.sort(values, 0, count);
    return values[count / 2];
  }

  private static void checkCornerStandsOut(float[] score) {
    double corner = median(score, LinearPair::isChanged);
    double rest = median(score, pixel -> !LinearPair.isChanged(pixel));
    assertTrue(corner > 4 * rest, corner + " against " + rest);
  }

  @Test
  void changedCornerStandsOut() {
    var pair = new LinearPair();
    var score = new float[SIZE];
    PairScore.score(pair.before, pair.after, all(), LinearPair.WIDTH, score);
    checkCornerStandsOut(score);
    ClassRegression.score(pair.before, pair.after, all(), score);
    checkCornerStandsOut(score);
  }

  @Test
  void sameInputSameScore() {
    var first = new float[SIZE];
    var second = new float[SIZE];
    var pair = new LinearPair();
    PairScore.score(pair.before, pair.after, all(), LinearPair.WIDTH, first);
    PairScore.score(pair.before, pair.after, all(), LinearPair.WIDTH, second);
    assertTrue(Arrays.equals(first, second));
  }

  @Test
  void whatIsNotValidIsNaNAndHasNoSay() {
    var pair = new LinearPair();
    var valid = all();
    valid[100] = false;
    var score = new float[SIZE];
    PairScore.score(pair.before, pair.after, valid, LinearPair.WIDTH, score);
    pair.after[1][100] = Float.NaN;
    var without = new float[SIZE];
    PairScore.score(pair.before, pair.after, valid, LinearPair.WIDTH, without);
    assertTrue(Float.isNaN(score[100]));
    assertTrue(Arrays.equals(score, without));
  }

  @Test
  void constantScenesAreNoChange() {
    var flat = new float[2][SIZE];
    var score = new float[SIZE];
    PairScore.score(flat, flat, all(), LinearPair.WIDTH, score);
    for (float value : score) {
      assertTrue(value < 1e-3, "got " + value);
    }
  }

  @Test
  void oneBandFollowsABentRelation() {
    var before = new float[SIZE];
    var after = new float[SIZE];
    var anomaly = new float[SIZE];
    var pair = new LinearPair();
    for (int pixel = 0; pixel < SIZE; pixel++) {
      before[pixel] = 2 * pair.before[0][pixel];
      float noise = 0.05f * pair.after[1][pixel];
      float change = LinearPair.isChanged(pixel) ? 3 : 0;
      after[pixel] = before[pixel] * before[pixel] + noise + change;
    }
    Arrays.fill(anomaly, 1);
    ConditionalChange.score(before, after, all(), anomaly);
    assertTrue(median(anomaly, pixel -> !LinearPair.isChanged(pixel)) < 1);
    checkCornerStandsOut(anomaly);
    var score = new float[SIZE];
    OneBandScore.score(before, after, anomaly, all(), LinearPair.WIDTH, score);
    checkCornerStandsOut(score);
  }
}
