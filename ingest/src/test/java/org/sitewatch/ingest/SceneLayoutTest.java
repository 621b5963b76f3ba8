package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.sites.PixelGrid;

class SceneLayoutTest {
  private static final Instant NOON = Instant.parse("2024-09-11T12:00:00Z");
  private static final Calibration CODES = new Calibration(1e-4, -0.1, 0, true, false);

  private static PixelGrid grid(double west_m) {
    return PixelGrid.northUp(32648, west_m, 5_300_000, 10, 40, 40);
  }

  private static String layout(
      Instant datetime, String href, String storage, PixelGrid grid, Calibration codes) {
    var asset =
        new SceneAsset("red", href, List.of("red"), false, codes, grid, storage, href.length());
    return layouts(datetime, asset).get("10m");
  }

  private static SortedMap<String, String> layouts(Instant datetime, SceneAsset... assets) {
    var scene =
        new Scene(
            "one",
            "any",
            datetime,
            "generic",
            Acquisition.UNKNOWN,
            new GeometryFactory().createEmpty(2),
            List.of(assets));
    return new SceneCatalog(List.of(scene)).layoutsSha256("one");
  }

  private static final String AS_IT_WAS = layout(NOON, "a.tif", "u16/128", grid(300_000), CODES);

  @Test
  void whereItLiesWhatItsCodesMeanAndWhenItWasTakenAreInIt() {
    assertNotEquals(AS_IT_WAS, layout(NOON, "a.tif", "u16/128", grid(300_020), CODES));
    var other = new Calibration(1e-4, 0, 0, true, false);
    assertNotEquals(AS_IT_WAS, layout(NOON, "a.tif", "u16/128", grid(300_000), other));
    Instant later = NOON.plusSeconds(1);
    assertNotEquals(AS_IT_WAS, layout(later, "a.tif", "u16/128", grid(300_000), CODES));
  }

  @Test
  void whereItsFilesAreAndHowTheyArePackedIsNot() {
    assertEquals(AS_IT_WAS, layout(NOON, "else/b.tif", "u16/256", grid(300_000), CODES));
  }

  @Test
  void anotherBandThatIsPackedApartChangesNothingOfTheFirst() {
    var red =
        new SceneAsset("red", "a.tif", List.of("red"), false, CODES, grid(300_000), "u16/128", 5);
    var nir =
        new SceneAsset("nir", "n.tif", List.of("nir"), false, CODES, grid(300_000), "u16/256", 5);
    SortedMap<String, String> both = layouts(NOON, red, nir);
    assertEquals(2, both.size());
    assertEquals(AS_IT_WAS, both.get("10m"));
  }
}
