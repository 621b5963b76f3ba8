package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryReader;

class SitePlanTest {
  private static final Frame FRAME = new Frame(DemoWorld.STANDARD_SIZE);

  @Test
  void everySiteIsAValidPolygonWithAnIdOfItsOwn() {
    var sites = SitePlan.sites();
    assertTrue(sites.size() >= 20);
    assertEquals(sites.size(), sites.stream().map(DemoSite::id).distinct().count());
    for (var site : sites) {
      site.zones().values().forEach(zone -> assertTrue(zone.isValid(), site.id()));
    }
  }

  @Test
  void standardFrameHoldsAllSitesButOne() {
    var outline = FRAME.outline();
    var outside = SitePlan.sites().stream().filter(site -> !outline.covers(site.area())).toList();
    assertEquals(List.of(SitePlan.OUTSIDE), outside.stream().map(DemoSite::id).toList());
    assertEquals(SitePlan.sites(), SitePlan.sites(FRAME));
  }

  @Test
  void tenSitesWereWatchedLongAndTheirWindowsLieInTheCorner() {
    var watched =
        SitePlan.sites().stream().filter(site -> SitePlan.isLongWatched(site.id())).toList();
    assertEquals(10, watched.size());
    var corner = Frame.corner().outline();
    for (var site : SitePlan.sites()) {
      var window = site.area().getEnvelope().buffer(330).getEnvelope();
      assertEquals(watched.contains(site), corner.covers(window), site.id());
      assertEquals(watched.contains(site), corner.intersects(site.area()), site.id());
    }
  }

  @Test
  void buffersHoldTheirCores() {
    for (var site : SitePlan.sites()) {
      var zones = site.zones();
      if (zones.containsKey(Zone.BUFFER)) {
        assertTrue(zones.get(Zone.BUFFER).covers(zones.get(Zone.CORE)), site.id());
      }
    }
  }

  @Test
  void sizesRunFromAHundredMetresToOverAKilometre() {
    var sizes =
        SitePlan.sites().stream()
            .map(site -> site.area().getEnvelopeInternal())
            .map(bounds -> Math.max(bounds.getWidth(), bounds.getHeight()))
            .sorted()
            .toList();
    assertTrue(sizes.get(0) > 80 && sizes.get(0) < 160, "smallest " + sizes.get(0));
    double largest = sizes.get(sizes.size() - 1);
    assertTrue(largest > 1000 && largest < 1800, "largest " + largest);
  }

  @Test
  void everyPriorityAndEveryFormOccurs() {
    var sites = SitePlan.sites();
    assertEquals(5, sites.stream().map(DemoSite::priority).collect(Collectors.toSet()).size());
    assertEquals(
        DemoSite.Form.values().length,
        sites.stream().map(DemoSite::form).collect(Collectors.toSet()).size());
  }

  @Test
  void registryIsReadBackWithoutAFinding(@TempDir Path directory) throws IOException {
    var file = directory.resolve("sites.geojson");
    Json.write(file, DemoFiles.registry(SitePlan.sites()));
    var read = RegistryReader.read(file);
    assertEquals(List.of(), read.findings());
    assertEquals(SitePlan.sites().size(), read.validSites().size());
    var clouded =
        read.validSites().stream().filter(s -> s.id().equals(SitePlan.CLOUDED)).findFirst();
    assertEquals("Бүрхэг өзөөр", clouded.get().name());
    assertEquals(2, clouded.get().priority());
  }
}
