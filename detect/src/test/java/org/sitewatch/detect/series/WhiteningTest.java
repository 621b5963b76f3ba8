package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WhiteningTest {
  @Test
  void whitenedLooksEqualThePrototype() {
    float[][][] u = HashedSeries.bell(7, 30, 3, 400);
    double[] values = HashedSeries.bell(7, 30 * 3 * 400);
    for (int look = 0; look < 30; look++) {
      for (int pixel = 0; pixel < 400; pixel++) {
        double first = values[look * 1200 + pixel];
        u[look][1][pixel] = (float) (0.8 * first + 0.6 * values[look * 1200 + 400 + pixel]);
      }
    }
    boolean[][] valid = HashedSeries.clear(8, 30, 20, 0.7);
    HashedSeries.blind(u, valid);
    var whitening = Whitening.fit(u, valid, HashedSeries.range(0, 24));
    float[][][] expected = Oracle.cube("whitened", 6, 3);
    for (int look = 24; look < 30; look++) {
      whitening.apply(u[look]);
      for (int band = 0; band < 3; band++) {
        // Both sum some thousand float32 products.
        Oracle.assertAlike(expected[look - 24][band], u[look][band], valid[look], 2e-5);
      }
    }
  }

  @Test
  void correlationIsMixedWithATenthOfTheUnitMatrix() {
    // Two bands, equal but for their size: correlation 1, 0.9 after mixing.
    float[][][] u = {{{1, -1, 1, -1}, {3, -3, 3, -3}}};
    var valid = new boolean[][] {{true, true, true, true}};
    double[][] matrix = Whitening.fit(u, valid, new int[] {0}).matrix();
    double rest = Math.sqrt(1 - 0.81);
    assertEquals(1, matrix[0][0], 1e-12);
    assertEquals(0, matrix[0][1]);
    assertEquals(-0.9 / rest, matrix[1][0], 1e-12);
    assertEquals(1 / rest / 3, matrix[1][1], 1e-12);
  }

  @Test
  void valuesCountAtMostFive() {
    float[][][] u = {{{100, 5, -100, -5}}};
    var valid = new boolean[][] {{true, true, true, true}};
    assertEquals(0.2, Whitening.fit(u, valid, new int[] {0}).matrix()[0][0], 1e-12);
  }

  @Test
  void longPlanesAreWhitenedWhole() {
    var whitening = Whitening.ofMatrix(new double[][] {{2, 0}, {1, 3}});
    var u = new float[2][2500];
    java.util.Arrays.fill(u[0], 1);
    java.util.Arrays.fill(u[1], 10);
    whitening.apply(u);
    for (int pixel = 0; pixel < 2500; pixel++) {
      assertEquals(2, u[0][pixel]);
      assertEquals(31, u[1][pixel]);
    }
  }

  @Test
  void matrixThatIsNotTriangularIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Whitening.ofMatrix(new double[][] {{1, 0.1}, {0, 1}}));
    assertThrows(
        IllegalArgumentException.class, () -> Whitening.ofMatrix(new double[][] {{Double.NaN}}));
  }
}
