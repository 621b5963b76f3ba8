package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortingNetworkTest {

  @Test
  void columnsOfEveryLengthAreSorted() {
    var random = new Random(7);
    for (int length = 1; length <= 70; length++) {
      var rows = new float[length][5];
      var expected = new float[5][length];
      for (int column = 0; column < 5; column++) {
        for (int place = 0; place < length; place++) {
          float value = random.nextInt(4) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(9);
          rows[place][column] = value;
          expected[column][place] = value;
        }
        Arrays.sort(expected[column]);
      }
      new SortingNetwork(length).sort(rows, 5);
      for (int column = 0; column < 5; column++) {
        for (int place = 0; place < length; place++) {
          assertEquals(expected[column][place], rows[place][column], "length " + length);
        }
      }
    }
  }

  @Test
  void columnsThatFallAndThenRiseAreSorted() {
    var random = new Random(8);
    for (int length = 1; length <= 70; length++) {
      var rows = new float[length][5];
      var expected = new float[5][length];
      for (int column = 0; column < 5; column++) {
        for (int place = 0; place < length; place++) {
          expected[column][place] =
              random.nextInt(4) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(9);
        }
        Arrays.sort(expected[column]);
        int left = 0;
        int right = length - 1;
        for (int rank = length - 1; rank >= 0; rank--) {
          rows[random.nextBoolean() ? left++ : right--][column] = expected[column][rank];
        }
      }
      new SortingNetwork(length).sortValleys(rows, 5);
      for (int column = 0; column < 5; column++) {
        for (int place = 0; place < length; place++) {
          assertEquals(expected[column][place], rows[place][column], "length " + length);
        }
      }
    }
  }
}
