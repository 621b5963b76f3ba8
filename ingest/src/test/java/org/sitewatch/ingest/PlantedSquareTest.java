package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.sites.PixelGrid;

/**
 * A square of known corners, drawn by GDAL on many grids, is read where it lies, and every pixel is
 * what gdalwarp makes of it ({@code grids/make_grids.py}).
 */
class PlantedSquareTest {
  private static final PixelGrid SITE = PixelGrid.northUp(32648, 300_400, 5_239_600, 10, 24, 24);
  private static final double WEST = 300_480;
  private static final double EAST = 300_560;
  private static final double NORTH = 5_239_500;
  private static final double SOUTH = 5_239_440;
  private static final int GROUND = 1000;
  private static final int RISE = 10_000;

  /** Of a pixel of the image or the site, whichever is larger. */
  private static final double SIDE_SHARE = 0.06;

  /** Likewise; interpolated pixels of 30 m do not weigh alike. */
  private static final double CENTRE_SHARE = 0.02;

  private static final double COARSE_CENTRE_SHARE = 0.06;

  private static final double COARSE_SIDE_SHARE = 0.1;

  /** Of numbers up to 11000, that GDAL keeps as floats. */
  private static final double GDAL_DIFFERENCE = 2e-3;

  /** A band on the site's grid. */
  private record Read(PixelGrid image, float[] square, float[] noise) {}

  private static Path file(String name) {
    return Path.of("src/test/resources/org/sitewatch/ingest/grids", name + ".tif");
  }

  private static PixelGrid gridOf(TiffReader reader) {
    var header = reader.header();
    return header.georeference().grid(header.width(), header.height()).orElseThrow();
  }

  private static float[] band(TiffReader reader, int band) throws IOException {
    var whole = new PixelWindow(0, 0, reader.header().width(), reader.header().height());
    Samples codes = reader.readWindow(whole, band);
    var numbers = new float[codes.width() * codes.height()];
    codes.toFloats(0, 0, codes.height(), 1, 0, Double.NaN, numbers, 0);
    return numbers;
  }

  /**
   * @param columns the image is taken to lie so many of its pixels from where it says
   */
  private static Read read(String name, double columns) throws IOException {
    try (var reader = TiffReader.open(file(name))) {
      PixelGrid told = gridOf(reader);
      var a = told.affine();
      var moved =
          new org.sitewatch.sites.Affine(
              a.x(columns, 0), a.columnX(), a.rowX(), a.y(columns, 0), a.columnY(), a.rowY());
      var image = new PixelGrid(told.epsg(), moved, told.width(), told.height());
      var mapping = GridMapping.of(SITE, image);
      var square = new float[SITE.size()];
      var noise = new float[SITE.size()];
      mapping.resample(band(reader, 0), image.width(), image.height(), square);
      mapping.resample(band(reader, 1), image.width(), image.height(), noise);
      return new Read(image, square, noise);
    }
  }

  /** How much of each column (or row) of the site is square, in m. */
  private static double[] profile(float[] square, boolean across) {
    var profile = new double[across ? SITE.width() : SITE.height()];
    for (int row = 0; row < SITE.height(); row++) {
      for (int column = 0; column < SITE.width(); column++) {
        double share = (square[row * SITE.width() + column] - GROUND) / RISE;
        profile[across ? column : row] += 10 * share;
      }
    }
    return profile;
  }

  /** Where the profile first rises over half of a level, in pixels, between two centres. */
  private static double edge(double[] profile, double level, boolean first) {
    for (int i = 1; i < profile.length; i++) {
      int at = first ? i : profile.length - 1 - i;
      int before = first ? at - 1 : at + 1;
      if (profile[at] >= level / 2) {
        double share = (level / 2 - profile[before]) / (profile[at] - profile[before]);
        return before + (at - before) * share + 0.5;
      }
    }
    throw new AssertionError("no square");
  }

  private static double centre(double[] profile) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < profile.length; i++) {
      sum += (i + 0.5) * profile[i];
      weight += profile[i];
    }
    return sum / weight;
  }

  private static void checkPlace(Read read) {
    double[] across = profile(read.square(), true);
    double[] down = profile(read.square(), false);
    var site = SITE.affine();
    double pixel_m = 10 / Math.min(1, PixelSteps.of(SITE, read.image()).columns());
    double centre_m = pixel_m * (pixel_m > 25 ? COARSE_CENTRE_SHARE : CENTRE_SHARE);
    double side_m = pixel_m * (pixel_m > 25 ? COARSE_SIDE_SHARE : SIDE_SHARE);
    assertEquals((WEST + EAST) / 2, site.x(centre(across), 0), centre_m, "centre, x");
    assertEquals((NORTH + SOUTH) / 2, site.y(0, centre(down)), centre_m, "centre, y");
    assertEquals(WEST, site.x(edge(across, NORTH - SOUTH, true), 0), side_m, "west");
    assertEquals(EAST, site.x(edge(across, NORTH - SOUTH, false), 0), side_m, "east");
    assertEquals(NORTH, site.y(0, edge(down, EAST - WEST, true)), side_m, "north");
    assertEquals(SOUTH, site.y(0, edge(down, EAST - WEST, false)), side_m, "south");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "neighbour_zone",
        "pixels_9995mm",
        "degrees",
        "mercator",
        "turned",
        "pixels_20m",
        "pixels_30m",
        "finer_4m",
        "point",
        "half_off",
        "off_3m",
        "mirrored"
      })
  void aSquareLiesWhereItWasPlantedAndEveryPixelIsWhatGdalwarpMakes(String name)
      throws IOException {
    Read read = read(name, 0);
    checkPlace(read);
    try (var reader = TiffReader.open(file(name + ".warped"))) {
      assertTrue(SITE.sharesLattice(gridOf(reader)));
      checkEqual(band(reader, 0), read.square());
      checkEqual(band(reader, 1), read.noise());
    }
  }

  private static void checkEqual(float[] gdal, float[] ours) {
    for (int i = 0; i < gdal.length; i++) {
      int pixel = i;
      assertEquals(
          gdal[i],
          ours[i],
          GDAL_DIFFERENCE,
          () -> "column " + pixel % SITE.width() + ", row " + pixel / SITE.width());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "neighbour_zone", "degrees", "turned", "finer_4m", "mirrored"})
  void aTenthOfAPixelWouldBeFoundOut(String name) throws IOException {
    Read aside = read(name, 0.1);
    assertThrows(AssertionFailedError.class, () -> checkPlace(aside));
  }

  @Test
  void aFileThatNamesItsPixelsByTheirCentresLiesWhereItsTwinDoes() throws IOException {
    assertEquals(read("home", 0).image(), read("point", 0).image());
  }
}
