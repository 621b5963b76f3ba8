package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
  private static final double[][] MATRIX = {
    {4, 0, 0},
    {2, 5, 0},
    {-2, 1, 6},
  };

  @Test
  void solutionFulfilsItsEquations() {
    double[] x = {1, -2, 3};
    double[] right = {4 - 4 - 6, 2 - 10 + 3, -2 - 2 + 18};
    new Cholesky(MATRIX).solve(right);
    assertArrayEquals(x, right, 1e-12);
  }

  @Test
  void manyAtOnceAreEachAsAloneToTheLastBit() {
    var random = new Random(8);
    var many = new double[3][70];
    for (double[] row : many) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    many[1][4] = Double.NaN;
    var alone = new double[70][3];
    for (int i = 0; i < 70; i++) {
      alone[i] = new double[] {many[0][i], many[1][i], many[2][i]};
    }
    double untouched = many[0][69];
    var factor = new Cholesky(MATRIX);

    factor.forward(many, 69);

    for (int i = 0; i < 69; i++) {
      factor.forward(alone[i]);
      assertArrayEquals(alone[i], new double[] {many[0][i], many[1][i], many[2][i]}, "at " + i);
    }
    assertEquals(untouched, many[0][69]);
  }
}
