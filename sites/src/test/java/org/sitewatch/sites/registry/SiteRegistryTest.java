package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.TestSites;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Wkt;
import org.sitewatch.sites.Zone;

class SiteRegistryTest {
  @TempDir private Path folder;

  private static final Site PETRA =
      withAttributes(
          TestSites.of(
              "petra",
              Map.of(
                  Zone.BUFFER, Wkt.of("POLYGON ((35 30, 35 31, 36 31, 36 30, 35 30))"),
                  Zone.CORE,
                      Wkt.of(
                          "POLYGON ((35.2 30.2, 35.2 30.8, 35.800000001 30.8, 35.8 30.2, 35.2 30.2),"
                              + " (35.4 30.4, 35.5 30.4, 35.5 30.5, 35.4 30.4))"))),
          Map.of("b", "say \"hi\"\n", "a", 0.1, "c", 3.0, "d", -7L, "e", true, "f", 1e300));

  private static Site withAttributes(Site site, Map<String, Object> attributes) {
    return new Site(site.id(), "Petra ü", site.zones(), 1, "WH", new TreeMap<>(attributes));
  }

  private static String json(Site... sites) {
    return new String(
        RegistryWriter.geoJson(SiteRegistry.of(List.of(sites))), StandardCharsets.UTF_8);
  }

  @Test
  void theCanonicalFormIsFixed() {
    assertEquals(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"petra","name":"Petra ü","zone":"core","priority":1,\
        "designation":"WH","a":0.1,"b":"say \\"hi\\"\\n","c":3.0,"d":-7,"e":true,"f":1E+300},\
        "geometry":{"type":"MultiPolygon","coordinates":[[\
        [[35.2,30.2],[35.8,30.2],[35.800000001,30.8],[35.2,30.8],[35.2,30.2]],\
        [[35.4,30.4],[35.5,30.5],[35.5,30.4],[35.4,30.4]]]]}},
        {"type":"Feature","properties":{"id":"petra","name":"Petra ü","zone":"buffer","priority":1,\
        "designation":"WH","a":0.1,"b":"say \\"hi\\"\\n","c":3.0,"d":-7,"e":true,"f":1E+300},\
        "geometry":{"type":"MultiPolygon","coordinates":[[\
        [[35,30],[36,30],[36,31],[35,31],[35,30]]]]}}
        ]}
        """,
        json(PETRA));
  }

  @Test
  void anEmptyRegistryIsACollectionOfNothing() {
    assertEquals("{\"type\":\"FeatureCollection\",\"features\":[\n]}\n", json());
    assertEquals(List.of(), Features.read(json()).validSites());
  }

  @Test
  void writtenAndReadIsTheSameRegistry() throws IOException {
    SiteRegistry registry =
        SiteRegistry.of(List.of(PETRA, TestSites.core("a", "POLYGON ((1 1, 2 1, 2 2, 1 1))")));
    Path file = folder.resolve("sites.geojson");
    RegistryWriter.writeGeoJson(registry, file);
    SiteImport read = RegistryReader.read(file);
    assertEquals(List.of(), Features.butSize(read));
    assertEquals(registry.version(), read.registry().version());
    assertEquals(PETRA.attributes(), read.registry().getSite("petra").attributes());
    assertArrayEquals(Files.readAllBytes(file), RegistryWriter.geoJson(read.registry()));
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    Path file = folder.resolve("sites.geojson");
    RegistryWriter.writeGeoJson(SiteRegistry.of(List.of()), file);
    RegistryWriter.writeGeoJson(SiteRegistry.of(List.of(PETRA)), file);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFolderThatIsNotThereCannotBeWritten() {
    Path file = folder.resolve("none/sites.geojson");
    var refusal =
        assertThrows(
            UserException.class,
            () -> RegistryWriter.writeGeoJson(SiteRegistry.of(List.of()), file));
    assertEquals(ExitCode.UNAVAILABLE, refusal.exitCode());
  }

  @Test
  void theVersionDoesNotHangOnTheOrderOfSitesOrTheStartOfRings() {
    Site one = TestSites.core("a", "POLYGON ((1 1, 2 1, 2 2, 1 1))");
    Site same = TestSites.core("a", "POLYGON ((2 2, 2 1, 1 1, 2 2))");
    assertEquals(
        SiteRegistry.of(List.of(one, PETRA)).version(),
        SiteRegistry.of(List.of(PETRA, same)).version());
    Site moved = TestSites.core("a", "POLYGON ((1 1, 2 1, 2 2.000000001, 1 1))");
    assertNotEquals(
        SiteRegistry.of(List.of(one)).version(), SiteRegistry.of(List.of(moved)).version());
    assertTrue(SiteRegistry.of(List.of(one)).version().matches("[0-9a-f]{64}"));
  }

  @Test
  void sitesAreSortedAndFoundById() {
    Site a = TestSites.core("a", "POLYGON ((1 1, 2 1, 2 2, 1 1))");
    SiteRegistry registry = SiteRegistry.of(List.of(PETRA, a));
    assertEquals(List.of(a, PETRA), registry.sites());
    assertEquals(2, registry.size());
    assertEquals(Optional.of(a), registry.findSite("a"));
    assertFalse(registry.findSite("x").isPresent());
    var refusal = assertThrows(UserException.class, () -> registry.getSite("x"));
    assertEquals(ExitCode.USAGE, refusal.exitCode());
  }

  @Test
  void twoSitesOfOneIdAndAttributesNamedAsFieldsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SiteRegistry.of(List.of(PETRA, PETRA)));
    Site odd = withAttributes(PETRA, Map.of("zone", "x"));
    assertThrows(IllegalArgumentException.class, () -> SiteRegistry.of(List.of(odd)));
  }
}
