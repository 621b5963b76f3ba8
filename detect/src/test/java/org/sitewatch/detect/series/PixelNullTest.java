package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelNullTest {
  @Test
  void insideEqualsThePrototypeButForTheMedianOverTheBorder() {
    List<float[]> scores = Arrays.asList(Oracle.planes("score-plain", 44)).subList(0, 30);
    float[] expected = Oracle.read("pixel-null");
    float[] q = PixelNull.of(scores, 24, 24);
    double common = q[12 * 24 + 12] / expected[12 * 24 + 12];
    // It reflects the plane at the border, we cut at it: pixels there, and through them the median.
    assertEquals(1, common, 0.03);
    int compared = 0;
    for (int row = 2; row < 22; row++) {
      for (int column = 2; column < 22; column++) {
        int pixel = row * 24 + column;
        if (q[pixel] > 0.52 && expected[pixel] > 0.52) {
          assertEquals(common, q[pixel] / expected[pixel], 1e-4, "pixel " + pixel);
          compared++;
        }
      }
    }
    assertTrue(compared > 200, "compared " + compared);
  }

  private static List<float[]> year(int looks, int pixels) {
    var year = new ArrayList<float[]>();
    for (int look = 0; look < looks; look++) {
      var scores = new float[pixels];
      Arrays.fill(scores, 1);
      year.add(scores);
    }
    return year;
  }

  @Test
  void topEightPercentAreAveragedAndMissingScoresAreZero() {
    List<float[]> year = year(50, 15 * 5);
    // Rows of five pixels each: the left five columns share a pixel's whole 5 × 5 surroundings.
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 5; column++) {
        year.get(3)[row * 15 + column] = 9;
        year.get(40)[row * 15 + column] = 5;
        year.get(41)[row * 15 + column] = Float.NaN;
      }
    }
    float[] q = PixelNull.of(year, 15, 5);
    assertEquals((9 + 5 + 1 + 1) / 4.0, q[2 * 15 + 2], 1e-6);
    assertEquals(1, q[2 * 15 + 9], 1e-6);
  }

  @Test
  void ofFewLooksTheTopTwoCount() {
    List<float[]> year = year(10, 75);
    Arrays.fill(year.get(9), 0, 75, 1);
    for (int row = 0; row < 5; row++) {
      Arrays.fill(year.get(0), row * 15, row * 15 + 5, 7);
    }
    assertEquals(4, PixelNull.of(year, 15, 5)[0], 1e-6);
  }

  @Test
  void threeQuartersOfTheNeighboursLieBelow() {
    List<float[]> year = year(2, 9 * 9);
    // Seven of the 25 around the centre are loud: the value at rank 18 of 0 to 24 is one of them.
    int[] loud = {20, 21, 22, 23, 24, 29, 30};
    for (float[] scores : year) {
      for (int pixel : loud) {
        scores[pixel] = 6;
      }
    }
    assertEquals(6, PixelNull.of(year, 9, 9)[4 * 9 + 4], 1e-6);
    year.forEach(scores -> scores[30] = 1);
    assertEquals(1, PixelNull.of(year, 9, 9)[4 * 9 + 4], 1e-6);
  }

  @Test
  void quietPixelsAreHalfTheMedianAtLeast() {
    List<float[]> year = year(2, 20 * 20);
    year.forEach(scores -> Arrays.fill(scores, 0, 120, 0.01f));
    float[] q = PixelNull.of(year, 20, 20);
    assertEquals(0.5f, q[0]);
    float[] scores = {3};
    PixelNull.divide(scores, q);
    assertEquals(6f, scores[0]);
  }

  @Test
  void groundOutsideOfTheImageSaysNothing() {
    List<float[]> year = year(2, 20 * 20);
    for (float[] scores : year) {
      Arrays.fill(scores, 100, 400, Float.NaN);
      Arrays.fill(scores, 0, 10, 4);
      Arrays.fill(scores, 20, 30, 4);
    }
    float[] q = PixelNull.of(year, 20, 20);
    assertEquals(4f, q[2]);
    assertEquals(1f, q[4 * 20 + 15], "the lowest row of the image");
    assertEquals(1f, q[300]);
  }

  @Test
  void nothingToCompareGivesOne() {
    assertEquals(1f, PixelNull.of(List.of(), 3, 3)[4]);
    float[] unseen = new float[9];
    Arrays.fill(unseen, Float.NaN);
    assertEquals(1f, PixelNull.of(List.of(unseen), 3, 3)[4]);
  }
}
