package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

class ZoneMaskTest {
  /** Pixels of one degree, so that outlines can be written in pixels. */
  private static PixelGrid degrees(int width, int height) {
    return PixelGrid.northUp(4326, 0, height, 1, width, height);
  }

  private static String picture(ZoneMask mask) {
    var picture = new StringBuilder();
    for (int row = 0; row < mask.grid().height(); row++) {
      for (int column = 0; column < mask.grid().width(); column++) {
        picture.append(mask.codes()[row * mask.grid().width() + column]);
      }
      picture.append('\n');
    }
    return picture.toString();
  }

  private static void checkPicture(String expected, Site site, int width, int height) {
    assertEquals(expected, picture(ZoneMask.of(site, degrees(width, height))));
  }

  @Test
  void innermostZoneWins() {
    Site site =
        TestSites.of(
            "a",
            Map.of(
                Zone.SETTING, Wkt.of("POLYGON ((0 0, 6 0, 6 5, 0 5, 0 0))"),
                Zone.BUFFER, Wkt.of("POLYGON ((1 1, 5 1, 5 4, 1 4, 1 1))"),
                Zone.CORE, Wkt.of("POLYGON ((2 2, 4 2, 4 5, 2 5, 2 2))")));
    checkPicture(
        """
        3311330
        3211230
        3211230
        3222230
        3333330
        """,
        site,
        7,
        5);
  }

  @Test
  void countsAndBoundsAreThoseOfThePixels() {
    Site site =
        TestSites.of(
            "a",
            Map.of(
                Zone.CORE, Wkt.of("POLYGON ((2 1, 4 1, 4 3, 2 3, 2 1))"),
                Zone.BUFFER, Wkt.of("POLYGON ((2 1, 6 1, 6 3, 2 3, 2 1))")));
    ZoneMask mask = ZoneMask.of(site, degrees(9, 5));
    assertEquals(4, mask.count(Zone.CORE));
    assertEquals(4, mask.count(Zone.BUFFER));
    assertEquals(0, mask.count(Zone.SETTING));
    assertEquals(8, mask.count());
    assertEquals(Optional.of(new ZoneMask.Bounds(2, 2, 4, 2)), mask.bounds());
  }

  @Test
  void aHoleIsOutside() {
    checkPicture(
        """
        11111
        11011
        11111
        """,
        TestSites.core("a", "POLYGON ((0 0, 5 0, 5 3, 0 3, 0 0), (2 1, 3 1, 3 2, 2 2, 2 1))"),
        5,
        3);
  }

  @Test
  void partsThatOverlapDoNotCancel() {
    checkPicture(
        """
        11100
        11110
        01110
        """,
        TestSites.core(
            "a", "MULTIPOLYGON (((0 1, 3 1, 3 3, 0 3, 0 1)), ((1 0, 4 0, 4 2, 1 2, 1 0)))"),
        5,
        3);
  }

  @Test
  void aPixelBelongsToTheSideItsCentreLiesIn() {
    checkPicture(
        """
        000
        100
        110
        """,
        TestSites.core("a", "POLYGON ((0 0, 2.4 0, 0 2.4, 0 0))"),
        3,
        3);
  }

  @Test
  void aCentreOnASharedEdgeBelongsToOneSideOnly() {
    var left = TestSites.core("a", "POLYGON ((0 0, 2.5 0, 2.5 2.5, 0 2.5, 0 0))");
    var right = TestSites.core("b", "POLYGON ((2.5 0, 5 0, 5 2.5, 2.5 2.5, 2.5 0))");
    var above = TestSites.core("c", "POLYGON ((0 2.5, 5 2.5, 5 5, 0 5, 0 2.5))");
    int pixels = 0;
    for (Site site : new Site[] {left, right, above}) {
      pixels += ZoneMask.of(site, degrees(5, 5)).count();
    }
    assertEquals(25, pixels);
  }

  @Test
  void whatLiesOutsideTheGridIsCutOff() {
    checkPicture(
        """
        01
        00
        """,
        TestSites.core("a", "POLYGON ((1 1, 90 1, 90 80, 1 80, 1 1))"),
        2,
        2);
    for (String beside : new String[] {"-9 0, -8 0, -8 1", "8 0, 9 0, 9 1", "0 8, 1 8, 1 9"}) {
      String first = beside.substring(0, beside.indexOf(','));
      Site site = TestSites.core("a", "POLYGON ((" + beside + ", " + first + "))");
      ZoneMask mask = ZoneMask.of(site, degrees(2, 2));
      assertEquals(0, mask.count());
      assertTrue(mask.bounds().isEmpty());
    }
  }

  @Test
  void aSiteBetweenPixelCentresHasNoPixels() {
    var sliver = TestSites.core("a", "POLYGON ((0.6 0.6, 1.4 0.6, 1.4 1.4, 0.6 0.6))");
    assertEquals(0, ZoneMask.of(sliver, degrees(3, 3)).count());
  }

  @Test
  void aSiteOnBothSidesOfTheAntimeridianIsOnePiece() {
    Site site =
        TestSites.core(
            "chatham",
            "MULTIPOLYGON (((179.99 -44, 180 -44, 180 -43.99, 179.99 -43.99, 179.99 -44)),"
                + " ((-180 -44, -179.99 -44, -179.99 -43.99, -180 -43.99, -180 -44)))");
    PixelGrid window = Tile.windowOf(site, 32760, 10, 0, 0);
    ZoneMask mask = ZoneMask.of(site, window);
    assertTrue(window.width() < 400, window::toString);
    double area_px = GeodesicArea.area_m2(site.area()) / 100 * 0.9996 * 0.9996;
    assertEquals(area_px, mask.count(), area_px * 0.01);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithPointInPolygon(int seed) {
    var random = new Random(seed);
    double lat = seed % 2 == 0 ? -33 : 48;
    int epsg = seed % 2 == 0 ? 32736 : 32636;
    Geometry area =
        Wkt.of("POINT (" + (33.5 + 0.02 * random.nextDouble()) + " " + lat + ")").buffer(0.01);
    for (int i = 0; i < 6; i++) {
      double lon = 33.47 + 0.06 * random.nextDouble();
      Geometry blot = Wkt.of("POINT (" + lon + " " + (lat + 0.02 * random.nextDouble()) + ")");
      Geometry disc = blot.buffer(0.03 * random.nextDouble(), 3);
      area = i % 3 == 2 ? area.difference(disc) : area.union(disc);
    }
    double[] origin = {33.5, lat + 0.02};
    Projection.ofEpsg(epsg).fromLonLat(origin);
    Affine affine =
        seed > 4
            ? new Affine(origin[0] - 2000, 30, 7, origin[1], 9, -41)
            : Affine.northUp(origin[0] - 2000, origin[1], 40);
    var grid = new PixelGrid(epsg, affine, 131, 97);
    ZoneMask mask = ZoneMask.of(TestSites.core("a", area.toText()), grid);
    var inside = new IndexedPointInAreaLocator(Projection.ofEpsg(epsg).fromLonLat(area));
    assertTrue(mask.count() > 0);
    for (int i = 0; i < grid.size(); i++) {
      double column = i % grid.width() + 0.5;
      double row = i / grid.width() + 0.5;
      var centre = new Coordinate(affine.x(column, row), affine.y(column, row));
      assertEquals(
          inside.locate(centre) != Location.EXTERIOR, mask.codes()[i] != 0, "seed " + seed);
    }
  }

  @Test
  void aGridOfAnotherPartOfTheEarthIsRefused() {
    Site petra = TestSites.core("petra", "POLYGON ((35 30, 36 30, 36 31, 35 30))");
    PixelGrid grid = PixelGrid.northUp(32601, 500_000, 0, 10, 4, 4);
    assertThrows(UserException.class, () -> ZoneMask.of(petra, grid));
  }

  @Test
  void codesAndZonesGoThereAndBack() {
    for (Zone zone : Zone.values()) {
      assertEquals(Optional.of(zone), ZoneMask.zoneOf(ZoneMask.code(zone)));
    }
    assertEquals(Optional.empty(), ZoneMask.zoneOf(ZoneMask.OUTSIDE));
  }
}
