package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductSumsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 21})
  void everySumIsThatOfALoopOverItsColumnToTheLastBit(int count) {
    var random = new Random(count);
    var factors = random.doubles(100).toArray();
    var columns = new double[count + 2][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = random.doubles(100).toArray();
    }
    var sums = new double[columns.length];

    ProductSums.add(factors, columns, 0, 60, 1, count + 1, sums);
    ProductSums.add(Arrays.copyOfRange(factors, 60, 100), columns, 60, 40, 1, count + 1, sums);

    assertEquals(0, sums[0]);
    assertEquals(0, sums[count + 1]);
    for (int column = 1; column <= count; column++) {
      double expected = 0;
      for (int i = 0; i < factors.length; i++) {
        expected += factors[i] * columns[column][i];
      }
      assertEquals(expected, sums[column]);
    }
  }
}
