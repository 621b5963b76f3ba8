package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SeasonalScaleTest {
  @Test
  void scaledLooksEqualThePrototype() {
    int looks = 122;
    double[] days = HashedSeries.days(looks);
    double[] values = HashedSeries.bell(5, looks * 2 * 400);
    for (int i = 0; i < values.length; i++) {
      values[i] *= days[i / 800] % 365.25 < 120 ? 2 : 1;
    }
    float[][][] z = HashedSeries.cube(values, looks, 2);
    boolean[][] valid = HashedSeries.clear(6, looks, 20, 0.6);
    HashedSeries.blind(z, valid);
    var scale = SeasonalScale.fit(z, valid, days, HashedSeries.range(0, looks));
    float[][][] expected = Oracle.cube("scaled", 14, 2);
    for (int i = 0; i < 14; i++) {
      int look = looks - 40 + 3 * i;
      scale.divide(days[look], z[look]);
      for (int band = 0; band < 2; band++) {
        // The prototype takes the scene's median from one value in 15 (about 2 % of it at random),
        // of which an eighth reaches a pixel: 0.5 % of up to 5.
        Oracle.assertAlike(expected[i][band], z[look][band], valid[look], 0.025);
      }
    }
  }

  private static SeasonalScale fit(int looksOfPixel, float size) {
    // 30 looks on one day of the year; three pixels of size 1 and one that is seen less.
    int looks = 30;
    var z = new float[looks][1][4];
    var valid = new boolean[looks][4];
    var days = new double[looks];
    for (int look = 0; look < looks; look++) {
      java.util.Arrays.fill(valid[look], true);
      java.util.Arrays.fill(z[look][0], look % 2 == 0 ? 1 : -1);
      valid[look][3] = look < looksOfPixel;
      z[look][0][3] = look < looksOfPixel ? size : Float.NaN;
      days[look] = 365.25 * look + 100;
    }
    return SeasonalScale.fit(z, valid, days, HashedSeries.range(0, looks));
  }

  private static double scene() {
    return 1.482602218505602;
  }

  @Test
  void yearIsShrunkToTheSceneByTenLooks() {
    double own = 4 * scene();
    double expected = Math.sqrt((20 * own * own + 10 * scene() * scene()) / 30);
    // Slot 9 is half a year away: no look near it.
    assertEquals(expected, fit(20, 4).planes()[9][0][3], 1e-5);
  }

  @Test
  void seasonIsShrunkToTheYearByTwelveLooks() {
    double own = 4 * scene();
    double year = (20 * own * own + 10 * scene() * scene()) / 30;
    double expected = Math.sqrt((20 * own * own + 12 * year) / 32);
    assertEquals(expected, fit(20, 4).planes()[3][0][3], 1e-5);
  }

  @Test
  void twoLooksOfAPixelHaveNoSayOfTheirOwn() {
    assertEquals(scene(), fit(2, 100).planes()[9][0][3], 1e-5);
    assertEquals(scene(), fit(0, 100).planes()[3][0][3], 1e-5);
  }

  @Test
  void noYearIsQuieterThanHalfTheScene() {
    assertEquals(0.5 * scene(), fit(30, 0).planes()[9][0][3], 1e-5);
  }

  @Test
  void fewLooksNearASeasonLeaveTheYear() {
    int looks = 12;
    var z = new float[looks][1][1];
    var valid = new boolean[looks][1];
    var days = new double[looks];
    for (int look = 0; look < looks; look++) {
      valid[look][0] = true;
      z[look][0][0] = look < 7 ? 1 : 9;
      days[look] = look < 7 ? 100 : 280;
    }
    var scale = SeasonalScale.fit(z, valid, days, HashedSeries.range(0, looks));
    double year = scale.planes()[0][0][0];
    assertEquals(scene(), year, 1e-5);
    assertEquals(year, scale.planes()[9][0][0], 0, "five looks at 9 are too few");
  }

  @Test
  void seasonGoesAroundTheTurnOfTheYear() {
    assertEquals(0, SeasonSlots.of(0));
    assertEquals(11, SeasonSlots.of(-1));
    assertEquals(11, SeasonSlots.of(365.2));
    assertEquals(0, SeasonSlots.of(365.25 * 50 + 3));
    assertEquals("[0, 1, 11]", java.util.Arrays.toString(SeasonSlots.near(5)));
    assertEquals("[0, 10, 11]", java.util.Arrays.toString(SeasonSlots.near(-5)));
    assertEquals("[5, 6, 7]", java.util.Arrays.toString(SeasonSlots.near(365.25 * 54 + 197)));
  }

  @Test
  void historyWithoutAValidPixelIsRefused() {
    var z = new float[1][1][4];
    assertThrows(
        IllegalArgumentException.class,
        () -> SeasonalScale.fit(z, new boolean[1][4], new double[1], new int[] {0}));
  }
}
