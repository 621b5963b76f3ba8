package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

class PixelGridTest {
  private static final PixelGrid ODD = PixelGrid.northUp(32636, 600_000, 3_400_020, 10, 7, 5);

  static List<PixelGrid> grids() {
    return List.of(
        ODD,
        PixelGrid.northUp(32733, 499_980, 9_999_999.5, 0.5, 1, 1),
        PixelGrid.northUp(4326, -180, 84, 1 / 3600.0, 33, 17),
        new PixelGrid(32601, new Affine(5e5, 8.66, -5, 1e6, 5, 8.66), 9, 11), // turned
        new PixelGrid(32660, new Affine(5e5, 0, 10, 1e6, 10, 0), 3, 4), // mirrored
        new PixelGrid(32719, new Affine(3e5, 10, 0, 7e6, 0, 20), 3, 4)); // south-up, oblong
  }

  @ParameterizedTest
  @MethodSource("grids")
  void worldToPixelAndBackIsTheSamePlace(PixelGrid grid) {
    var random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double column = (2 * random.nextDouble() - 0.5) * grid.width();
      double row = (2 * random.nextDouble() - 0.5) * grid.height();
      double x = grid.affine().x(column, row);
      double y = grid.affine().y(column, row);
      assertEquals(column, grid.affine().column(x, y), 1e-6);
      assertEquals(row, grid.affine().row(x, y), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void aWindowKnowsWhereItCameFrom(PixelGrid grid) {
    for (int column = -3; column < 5; column++) {
      PixelGrid window = grid.crop(column, 2 - column, 3, 1);
      assertTrue(grid.sharesLattice(window), window::toString);
      assertTrue(window.sharesLattice(grid), window::toString);
      assertEquals(column, grid.columnOf(window));
      assertEquals(2 - column, grid.rowOf(window));
      assertEquals(-column, window.columnOf(grid));
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void boundsHoldAllCornersAndPixelAreaTimesSize(PixelGrid grid) {
    Envelope bounds = grid.bounds();
    for (int corner = 0; corner < 4; corner++) {
      int column = (corner & 1) * grid.width();
      int row = (corner >> 1) * grid.height();
      assertTrue(bounds.covers(grid.affine().x(column, row), grid.affine().y(column, row)));
    }
    assertTrue(grid.pixelArea() * grid.size() <= bounds.getArea() * (1 + 1e-9));
    assertEquals(grid.pixelArea(), grid.pixelSize() * grid.pixelSize(), 1e-12 * grid.pixelArea());
  }

  @Test
  void boundsOfANorthUpGrid() {
    assertEquals(new Envelope(600_000, 600_070, 3_399_970, 3_400_020), ODD.bounds());
    assertEquals(35, ODD.size());
    assertEquals(100, ODD.pixelArea());
  }

  @Test
  void pixelCentresAreAtHalfNumbers() {
    assertEquals(600_005, ODD.affine().x(0.5, 0.5));
    assertEquals(3_400_015, ODD.affine().y(0.5, 0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "32636, 600000, 3400020, 10, true",
    "32636, 600010, 3399990, 10, true",
    "32636, 600000.005, 3400020, 10, true",
    "32636, 600000.05, 3400020, 10, false",
    "32636, 600005, 3400020, 10, false",
    "32636, 600000, 3400020, 20, false",
    "32637, 600000, 3400020, 10, false"
  })
  void sharingALatticeMeansPixelsCoincide(
      int epsg, double x, double y, double pixelSize_m, boolean expected) {
    PixelGrid other = PixelGrid.northUp(epsg, x, y, pixelSize_m, 3, 3);
    assertEquals(expected, ODD.sharesLattice(other));
    assertEquals(expected, other.sharesLattice(ODD));
  }

  @Test
  void aPixelSizeThatDriftsOverTheWidthIsAnotherLattice() {
    PixelGrid wide = PixelGrid.northUp(32636, 0, 0, 10, 10_000, 10_000);
    assertFalse(wide.sharesLattice(PixelGrid.northUp(32636, 0, 0, 10.001, 10_000, 10_000)));
  }

  @Test
  void turnedAndUprightGridsShareNothing() {
    var turned = new PixelGrid(32636, new Affine(6e5, 0, 10, 3_400_020, 10, 0), 5, 5);
    assertFalse(turned.sharesLattice(PixelGrid.northUp(32636, 6e5, 3_400_020, 10, 5, 5)));
  }

  @Test
  void onlyNorthUpIsNorthUp() {
    assertEquals(
        List.of(true, true, true, false, false, false),
        grids().stream().map(grid -> grid.affine().isNorthUp()).toList());
  }

  @Test
  void minusZeroMakesNoOtherGrid() {
    assertEquals(Affine.northUp(1, 2, 3), new Affine(1, 3, -0.0, 2, -0.0, -3));
  }

  @Test
  void aGridWithoutPixelsOrAreaIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ODD.crop(0, 0, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> ODD.crop(0, 0, 3, -1));
    for (double bad : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Affine.northUp(0, 0, bad));
    }
    assertThrows(IllegalArgumentException.class, () -> Affine.northUp(Double.NaN, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Affine(0, 1, 2, 0, 2, 4));
  }

  @Test
  void moreThanTwoToThe31PixelsAreNotCounted() {
    assertThrows(ArithmeticException.class, () -> ODD.crop(0, 0, 1 << 16, 1 << 16).size());
  }
}
