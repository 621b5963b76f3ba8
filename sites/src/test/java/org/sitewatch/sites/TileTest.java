package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class TileTest {
  private static final String PETRA =
      "POLYGON ((35.44 30.32, 35.45 30.32, 35.45 30.33, 35.44 30.32))";

  @Test
  void theWindowHoldsTheSiteAndItsPaddingOnWholeSteps() {
    var random = new Random(3);
    for (int i = 0; i < 100; i++) {
      double lon = -180 + 359.9 * random.nextDouble();
      double lat = -80 + 160 * random.nextDouble();
      double size = 0.05 * random.nextDouble();
      Envelope box = new Envelope(lon, Math.min(180, lon + size), lat, lat + size);
      Site site = TestSites.core("a", new GeometryFactory().toGeometry(box).toText());
      int epsg = Tile.utmEpsgOf(site);
      PixelGrid window = Tile.windowOf(site, epsg, 10, 0, 0);
      Envelope needed = Projection.ofEpsg(epsg).fromLonLat(site.area()).getEnvelopeInternal();
      needed.expandBy(330);
      assertTrue(window.bounds().covers(needed));
      assertTrue(window.bounds().getWidth() < needed.getWidth() + 320);
      assertTrue(window.bounds().getHeight() < needed.getHeight() + 320);
      assertEquals(0, window.width() % 16);
      assertEquals(0, window.height() % 16);
      assertEquals(0, window.affine().originX() % 160);
      assertEquals(0, window.affine().originY() % 160);
    }
  }

  @Test
  void theWindowOfAllZonesHoldsTheOutermost() {
    Site core = TestSites.core("a", PETRA);
    Site both =
        TestSites.of(
            "a", Map.of(Zone.CORE, Wkt.of(PETRA), Zone.SETTING, Wkt.of(PETRA).buffer(0.02)));
    PixelGrid small = Tile.windowOf(core, 32636, 10, 0, 0);
    PixelGrid large = Tile.windowOf(both, 32636, 10, 0, 0);
    assertTrue(large.bounds().contains(small.bounds()));
    assertTrue(large.sharesLattice(small));
  }

  @Test
  void aSmallEditKeepsTheWindow() {
    Site edited = TestSites.core("a", PETRA.replace("35.45 30.33", "35.45001 30.33001"));
    assertEquals(
        Tile.windowOf(TestSites.core("a", PETRA), 32636, 10, 0, 0),
        Tile.windowOf(edited, 32636, 10, 0, 0));
  }

  @Test
  void aWindowOnALatticeWithAnAnchorSharesThatLattice() {
    PixelGrid landsat = PixelGrid.northUp(32636, 600_015, 3_400_005, 30, 100, 100);
    PixelGrid window = Tile.windowOf(TestSites.core("a", PETRA), 32636, 30, 600_015, 3_400_005);
    assertTrue(landsat.sharesLattice(window));
  }

  @Test
  void degreesAreNoLatticeForAWindow() {
    Site petra = TestSites.core("petra", PETRA);
    assertThrows(IllegalArgumentException.class, () -> Tile.windowOf(petra, 4326, 1e-4, 0, 0));
  }

  @Test
  void aSiteTheGridDoesNotReachIsNamed() {
    Site petra = TestSites.core("petra", PETRA);
    var refusal = assertThrows(UserException.class, () -> Tile.windowOf(petra, 32601, 10, 0, 0));
    assertTrue(refusal.getMessage().startsWith("site 'petra': EPSG:32601 does not reach"));
  }

  @Test
  void aSiteOnBothSidesOfTheAntimeridianIsInTheZoneOfItsLargerPart() {
    String parts =
        "MULTIPOLYGON (((179.9 1, 180 1, 180 2, 179.9 1)), ((-180 1, -179 1, -180 2, -180 1)))";
    assertEquals(32601, Tile.utmEpsgOf(TestSites.core("a", parts)));
  }

  @ParameterizedTest
  @CsvSource({
    "32636, 600000, 3400160, 10, 32636_60000_-340016_64x48",
    "32733, 0, 0, 20, 32733_0_0_64x48",
    "32636, -160, 9000000, 10, 32636_-16_-900000_64x48"
  })
  void theKeyOfAGrid(int epsg, double x, double y, double pixelSize_m, String expected) {
    assertEquals(expected, Tile.gridKey(PixelGrid.northUp(epsg, x, y, pixelSize_m, 64, 48)));
  }

  @Test
  void latticesThatDifferByPartsOfAPixelHaveDifferentKeys() {
    var keys = new HashSet<String>();
    for (double shift_m : new double[] {0, 2, 5, 9}) {
      keys.add(Tile.gridKey(PixelGrid.northUp(32636, 600_000 + shift_m, 3e6, 10, 64, 48)));
    }
    keys.add(Tile.gridKey(new PixelGrid(32636, new Affine(6e5, 10, 1, 3e6, 1, -10), 64, 48)));
    assertEquals(5, keys.size(), keys::toString);
    assertTrue(keys.stream().allMatch(key -> key.matches("[0-9x_-]+[0-9a-f]+")), keys::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"petra", "S-01_b.2", ".hidden", "con1", "console", "com10", "-"})
  void aPlainIdIsItsOwnKey(String id) {
    assertEquals(id, Tile.siteKey(id));
  }

  @ParameterizedTest
  @CsvSource({
    "., %2E-cdb4ee2a", // sha256sum of the id
    "a/b, %61%2Fb-c14cddc0",
    "CON, %43ON-a3dbc4b6",
    "nul.txt, %6Eul%2Etxt-",
    "a., %61%2E-",
    "البتراء, %D8%A7%D9%84",
    "a b, %61%20b-"
  })
  void anyOtherIdIsEncoded(String id, String start) {
    String key = Tile.siteKey(id);
    assertTrue(key.startsWith(start), key);
    assertTrue(key.matches("[A-Za-z0-9_%-]{1,64}"), key);
  }

  @Test
  void keysOfOddIdsAreDistinct() {
    String x60 = "x".repeat(60);
    List<String> ids =
        List.of(
            "..",
            ".",
            "...",
            "a:b",
            "a?b",
            "A:b",
            x60 + "12345",
            x60 + "12346",
            "é",
            "e\u0301",
            "CON",
            "con",
            "con.a",
            "../../etc",
            "\u0000",
            " ",
            "a\nb",
            "C:\\",
            "lpt1",
            "LPT1.x");
    var keys = new HashSet<String>();
    for (String id : ids) {
      keys.add(Tile.siteKey(id).toLowerCase(Locale.ROOT));
    }
    assertEquals(ids.size(), keys.size(), keys::toString);
  }
}
