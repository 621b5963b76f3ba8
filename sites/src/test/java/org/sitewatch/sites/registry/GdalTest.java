package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.GeodesicArea;

/** Registries to and from GDAL, where its programs are installed. */
@Tag("slow")
class GdalTest {
  @TempDir private Path folder;

  private final SiteRegistry registry =
      Features.read(
              Features.collection(
                  Features.polygon(
                      "'id':'petra','name':'البتراء','grade':2,'h':1.5,'open':true",
                      Features.SQUARE),
                  Features.polygon(
                      "'id':'petra','zone':'buffer'",
                      "[[[34.9,29.9],[35.1,29.9],[35,30.1],[34.9,29.9]]]"),
                  Features.polygon(
                      "'id':'7','priority':1", "[[[36,31],[36.1,31],[36.1,31.1],[36,31]]]")))
          .registry();

  @BeforeAll
  static void gdalIsThere() throws InterruptedException {
    boolean there;
    try {
      there = run("ogrinfo", "--version").startsWith("GDAL");
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "skipped: no ogrinfo");
  }

  @Test
  void ogrinfoOpensTheGeoPackageWithoutAWarning() throws IOException, InterruptedException {
    Path file = folder.resolve("sites.gpkg");
    RegistryWriter.writeGeoPackage(registry, file);
    String said = run("ogrinfo", "-ro", "-al", file.toString());
    assertFalse(said.contains("Warning") || said.contains("ERROR"), said);
    assertTrue(said.contains("Layer name: sites") && said.contains("Feature Count: 3"), said);
    assertTrue(
        said.contains("Geometry: Multi Polygon") && said.contains("ID[\"EPSG\",4326]]"), said);
    assertTrue(said.contains("grade: Integer") && said.contains("open: Integer(Boolean)"), said);
    assertTrue(said.contains("Extent: (34.900000, 29.900000) - (36.100000, 31.100000)"), said);
    assertTrue(said.contains("البتراء"), said);
  }

  @Test
  void ogrinfoOpensTheGeoJson() throws IOException, InterruptedException {
    Path file = folder.resolve("sites.geojson");
    RegistryWriter.writeGeoJson(registry, file);
    String said = run("ogrinfo", "-ro", "-al", "-so", file.toString());
    assertFalse(said.contains("Warning") || said.contains("ERROR"), said);
    assertTrue(said.contains("Feature Count: 3"), said);
  }

  @Test
  void whatGdalWritesIsReadBack() throws IOException, InterruptedException {
    Path file = folder.resolve("sites.geojson");
    RegistryWriter.writeGeoJson(registry, file);
    Path geoPackage = folder.resolve("g.gpkg");
    Path geoJson = folder.resolve("g.geojson");
    run("ogr2ogr", geoPackage.toString(), file.toString(), "-nln", "my layer");
    run("ogr2ogr", "-lco", "RFC7946=NO", geoJson.toString(), geoPackage.toString());
    assertEquals(registry.version(), RegistryReader.read(geoJson).registry().version());
    SiteImport read = RegistryReader.read(geoPackage);
    assertEquals(List.of(), Features.butSize(read));
    assertEquals(registry.version(), read.registry().version());
  }

  @Test
  void aLayerGdalBroughtToUtmKeepsItsAreas() throws IOException, InterruptedException {
    Path file = folder.resolve("sites.geojson");
    RegistryWriter.writeGeoJson(registry, file);
    for (String epsg : new String[] {"32636", "3857", "32736"}) {
      Path projected = folder.resolve(epsg + ".gpkg");
      run("ogr2ogr", "-t_srs", "EPSG:" + epsg, projected.toString(), file.toString());
      SiteRegistry read = RegistryReader.read(projected).registry();
      for (var site : registry.sites()) {
        double area_m2 = GeodesicArea.area_m2(site.area());
        double back_m2 = GeodesicArea.area_m2(read.getSite(site.id()).area());
        assertEquals(area_m2, back_m2, 1e-6 * area_m2);
      }
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
