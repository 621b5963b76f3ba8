package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Projection;

/** From nothing to a report, by the commands a user types. */
@Tag("slow")
class ScanTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/disturbances.geojson");

  @TempDir static Path folder;
  static Ran scan;
  static Path run;

  @BeforeAll
  static void scanOneWeek() {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    scan = workspace.scanWeek(FIRST_WEEK, "--change-rasters").exits(0);
    run = workspace.runDirectory(FIRST_WEEK);
  }

  @Test
  void theRunDirectoryIsPrintedAndHoldsWhatWasPromised() throws IOException {
    assertEquals(run.toRealPath(), scan.path().toRealPath());
    for (String file :
        new String[] {"disturbances.geojson", "coverage.geojson", "run.json", "change/alpha.tif"}) {
      assertTrue(Files.isRegularFile(run.resolve(file)), file);
    }
  }

  @Test
  void thePitIsFoundWhereItWasDugAndNothingElse() {
    var features = Features.of(run.resolve("disturbances.geojson"));
    assertEquals(1, features.size());
    JsonNode properties = features.get(0).path("properties");
    assertEquals("alpha", properties.path("site_id").asText());
    assertEquals("2024-09-11", properties.path("first_seen").asText());
    assertTrue(properties.path("is_new").asBoolean());
    var pit = SmallScenes.PIT;
    var centre = utm(Features.outline(features.get(0))).getCentroid();
    assertEquals(pit.centre().x, centre.getX(), 10);
    assertEquals(pit.centre().y, centre.getY(), 10);
    assertEquals(pit.getArea(), properties.path("area_m2").asDouble(), 0.15 * pit.getArea());
  }

  @Test
  void areaAgreesWithThePolygonOnTheEllipsoid() {
    for (JsonNode feature : Features.of(run.resolve("disturbances.geojson"))) {
      double area_m2 = GeodesicArea.area_m2(Features.outline(feature));
      assertEquals(area_m2, feature.path("properties").path("area_m2").asDouble(), 0.01 * area_m2);
    }
  }

  @Test
  void polygonsFollowThePixelLattice() {
    for (JsonNode feature : Features.of(run.resolve("disturbances.geojson"))) {
      for (Coordinate vertex : utm(Features.outline(feature)).getCoordinates()) {
        assertEquals(0, Math.IEEEremainder(vertex.x, 10), 0.05, vertex.toString());
        assertEquals(0, Math.IEEEremainder(vertex.y, 10), 0.05, vertex.toString());
      }
    }
  }

  @Test
  void theLedgerNamesEverySite() {
    var sites = Features.of(run.resolve("coverage.geojson"));
    assertEquals(3, sites.size());
    for (JsonNode site : sites) {
      assertEquals("seen", site.path("properties").path("state").asText(), site.toString());
    }
  }

  @Test
  void theReportIsTheGoldenOne() throws IOException {
    Path report = run.resolve("disturbances.geojson");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, Files.readString(report));
    }
    assertEquals(Files.readString(GOLDEN), Files.readString(report));
    assertTrue(Files.size(GOLDEN) < 20_000);
  }

  private static Geometry utm(Geometry lonLat) {
    return Projection.ofEpsg(SmallScenes.NORTH_48).fromLonLat(lonLat);
  }
}
