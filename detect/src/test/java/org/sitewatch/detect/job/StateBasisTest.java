package org.sitewatch.detect.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

class StateBasisTest {
  private static final PixelGrid GRID = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 2, 2);
  private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);

  private static Look look(String scene, LocalDate day) {
    var taken = Instant.parse(day + "T04:10:31Z");
    return new Look(scene, taken, "generic", List.of(scene), List.of());
  }

  /** Two looks whose codes are always the same; by the day of the first. */
  private static String basis(String layoutOfFirst, String layoutOfSecond) {
    var looks = List.of(look("a", FIRST), look("b", FIRST.plusDays(7)));
    var stack =
        new TileStack(GRID, List.of("red"), true, looks, new float[2][1][4], new byte[2][4]);
    var hashes = new TreeMap<>(Map.of("a.10m", "1", "b.10m", "2"));
    var reading =
        new StackReading(
            stack, List.of(), hashes, Map.of("a.10m", layoutOfFirst, "b.10m", layoutOfSecond));
    var site =
        new Site("s", "s", Map.of(Zone.CORE, DetectJobTest.square()), 3, "", new TreeMap<>());
    var view = new SiteView(site, "generic", GRID, List.of("a", "b"), new TreeMap<>());
    return StateBasis.of(view, reading, DetectConfig.DEFAULT, FIRST);
  }

  @Test
  void theSameCodesAtAnotherPlaceAreAnotherBasis() {
    assertNotEquals(basis("here", "here"), basis("there", "here"));
  }

  @Test
  void whatALaterLookShowsIsNoPartOfIt() {
    assertEquals(basis("here", "here"), basis("here", "there"));
  }
}
