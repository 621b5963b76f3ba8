package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.LandCover;

class SeasonCoverTest {
  private static final OpticalBands ROLES =
      OpticalBands.of(List.of("blue", "green", "red", "nir", "swir16")).orElseThrow();
  private static final int PIXELS = 100;

  private final float[][][] beta = new float[5][SeasonalTerms.COUNT][PIXELS];
  private final boolean[] inside = new boolean[PIXELS];

  SeasonCoverTest() {
    Arrays.fill(inside, true);
  }

  /** Pixels whose NDVI swings from one value to another, red + nir being 0.4. */
  private void season(int first, int end, double lowest, double highest) {
    for (int pixel = first; pixel < end; pixel++) {
      double level = (lowest + highest) / 2;
      double swing = (highest - lowest) / 2;
      beta[ROLES.nir()][0][pixel] = (float) (0.2 * (1 + level));
      beta[ROLES.red()][0][pixel] = (float) (0.2 * (1 - level));
      beta[ROLES.nir()][1][pixel] = (float) (0.2 * swing);
      beta[ROLES.red()][1][pixel] = (float) (-0.2 * swing);
    }
  }

  private LandCover cover() {
    var season = new HarmonicModel(beta, new float[5][PIXELS], new int[PIXELS]);
    return SeasonCover.of(season, ROLES, inside);
  }

  @Test
  void lowAndStillIsBare() {
    season(0, PIXELS, 0.11, 0.14);
    assertEquals(LandCover.BARE, cover());
  }

  @Test
  void whatGreensAndDriesIsGrass() {
    season(0, PIXELS, 0.12, 0.34);
    assertEquals(LandCover.GRASS, cover());
  }

  @Test
  void evergreenIsNotBare() {
    season(0, PIXELS, 0.70, 0.74);
    assertEquals(LandCover.GRASS, cover());
  }

  @Test
  void someFieldsAmongPastureAreCrop() {
    season(0, PIXELS, 0.12, 0.34);
    season(0, 10, 0.15, 0.75);
    assertEquals(LandCover.CROP, cover());
  }

  @Test
  void aGardenInTheDesertIsStillDesert() {
    season(0, PIXELS, 0.11, 0.14);
    season(0, 2, 0.15, 0.75);
    assertEquals(LandCover.BARE, cover());
  }

  @Test
  void groundOutsideTheZonesAndWithoutAModelIsNotAsked() {
    season(0, PIXELS, 0.11, 0.14);
    season(0, 40, 0.15, 0.75);
    Arrays.fill(inside, 0, 20, false);
    Arrays.fill(beta[ROLES.red()][0], 20, 40, Float.NaN);
    assertEquals(LandCover.BARE, cover());
    Arrays.fill(inside, false);
    assertEquals(LandCover.UNKNOWN, cover());
  }
}
