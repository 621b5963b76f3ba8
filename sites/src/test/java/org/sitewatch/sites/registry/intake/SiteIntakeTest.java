package org.sitewatch.sites.registry.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.sites.registry.intake.PlannerFiles.NONE;
import static org.sitewatch.sites.registry.intake.PlannerFiles.assertSameSites;
import static org.sitewatch.sites.registry.intake.PlannerFiles.file;
import static org.sitewatch.sites.registry.intake.PlannerFiles.messages;
import static org.sitewatch.sites.registry.intake.PlannerFiles.metres;
import static org.sitewatch.sites.registry.intake.PlannerFiles.read;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.GroundDistance;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.mapping.FieldRole;

class SiteIntakeTest {
  @TempDir private Path folder;

  private static List<Site> base() {
    Intake base = read("base.geojson");
    assertEquals(List.of(), base.sites().findings());
    return base.sites().validSites();
  }

  @Test
  void theBaseIsWhatWasTyped() {
    assertEquals(
        List.of("OR-01 Хархорум", "OR-02 Хөшөө Цайдам", "OR-03 Тайхар чулуу"),
        base().stream().map(site -> site.id() + " " + site.name()).toList());
    MultiPolygon core = base().get(0).zones().get(Zone.CORE);
    assertEquals(0.006 * 0.006 - 0.001 * 0.001, core.getArea(), 1e-12);
    assertEquals(2, base().get(1).zones().get(Zone.CORE).getNumGeometries());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8.shp",
        "old.shp",
        "one.zip",
        "gdal.kml",
        "libkml.kml",
        "libkml.kmz",
        "qgis.kml",
        "wkt.csv",
        "wktsemi.csv",
        "wkttab.csv",
        "qgis.csv",
        "crs84.geojson",
        "qgis.gpkg"
      })
  void whatOtherProgramsWroteOfTheBaseIsTheBase(String name) {
    assertSameSites(base(), read(name).sites().validSites());
  }

  @Test
  void lettersThatAreLostInTheFileAreTold() {
    Intake read = read("qgis.shp");
    assertEquals(
        List.of(
            "A3 site 'OR-02': 'Site_Name' has question marks for letters that were lost when the"
                + " file was written; export it again as UTF-8"),
        messages(read.sites()));
    assertEquals(3, read.sites().validSites().size());
    assertTrue(
        read.notices().contains("text of qgis.dbf read as windows-1251, as its .cpg says"),
        read.notices().toString());
  }

  @ParameterizedTest
  @CsvSource({"multi.gpkg, core, puffer", "two.zip, core, buffer"})
  void zonesMayBeALayerEach(String name, String core, String buffer) {
    Intake read = SiteIntake.read(file(name), PlannerFiles.layers("", core, buffer));
    assertEquals(List.of(), read.sites().findings());
    assertSameSites(base(), read.sites().validSites());
    assertEquals(2, read.layers().size());
  }

  @Test
  void oneLayerOfSeveralIsReadByName() {
    Intake read = SiteIntake.read(file("multi.gpkg"), PlannerFiles.layers("dig", "", ""));
    assertSameSites(base(), read.sites().validSites());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "multi.gpkg; ; has several layers, there are 'core', 'dig', 'puffer'; say --layer",
        "two.zip; ; has several layers, there are 'buffer', 'core'; say --layer",
        "two.zip; x; has no layer 'x', there are 'buffer', 'core'; say --layer"
      },
      quoteCharacter = '"')
  void aLayerThatIsNotNamedIsAskedForInOneSentence(String name, String layer, String words) {
    IntakeOptions options =
        layer == null ? IntakeOptions.GUESSED : PlannerFiles.layers(layer, "", "");
    var refusal = assertThrows(UserException.class, () -> SiteIntake.read(file(name), options));
    assertEquals(ExitCode.USAGE, refusal.exitCode());
    assertTrue((name + " " + words).startsWith(refusal.getMessage().split(";")[0]), words);
  }

  @Test
  void googleEarthsFoldersAreZonesAndNamesAreIds() {
    Intake read = read("googleearth.kml");
    assertEquals(
        List.of(
            "A4 site 'Two mounds': a point beside its polygons is left out",
            "A4 site 'Well': heights are left out"),
        messages(read.sites()));
    assertSameSites(read.sites().validSites(), read("googleearth.kmz").sites().validSites());
    List<Site> sites = read.sites().validSites();
    assertEquals(
        List.of("Qal’at al-Ḥiṣn", "Two mounds", "Well"), sites.stream().map(Site::id).toList());
    Site castle = sites.get(0);
    assertEquals(List.of(Zone.CORE, Zone.BUFFER), List.copyOf(castle.zones().keySet()));
    assertEquals(0.0001 - 0.000001, castle.zones().get(Zone.CORE).getArea(), 1e-12);
    assertEquals("Registered 1998", castle.attributes().get("description"));
    assertEquals("Class I", castle.attributes().get("Status & law"));
    assertEquals(75.0, sites.get(2).attributes().get("point_radius_m"));
    assertEquals(Math.PI * 75 * 75, GeodesicArea.area_m2(sites.get(2).area()), 40);
  }

  @Test
  void twoPlacemarksOfOneNameAreNotOneSite() {
    String placemark =
        "<Placemark><name>Untitled Polygon</name><Polygon><outerBoundaryIs><LinearRing>"
            + "<coordinates>1,1 1.1,1 1.1,1.1 1,1</coordinates></LinearRing></outerBoundaryIs>"
            + "</Polygon></Placemark>";
    Path file =
        PlannerFiles.write(folder.resolve("a.kml"), "<kml>" + placemark + placemark + "</kml>");
    Intake read = SiteIntake.read(file, IntakeOptions.GUESSED);
    assertEquals(List.of(), read.sites().validSites());
    assertTrue(
        messages(read.sites()).get(0).contains("2 features have this name and no id"),
        messages(read.sites()).toString());
    Intake parts = SiteIntake.read(file, PlannerFiles.fields(FieldRole.ID, "name"));
    assertEquals(1, parts.sites().validSites().size());
  }

  @Test
  void aPointWithoutARadiusIsRefusedAndOneWithItsOwnIsNot() {
    Intake read = read("points.csv");
    assertEquals(
        List.of(
            "G1 site 'П-2': it is a point and no radius is declared; say --radius-m or"
                + " --radius-field, or draw a polygon"),
        messages(read.sites()));
    assertEquals(List.of("П-1"), read.sites().validSites().stream().map(Site::id).toList());
    Intake declared = SiteIntake.read(file("points.csv"), metres(30, NONE));
    assertEquals(List.of(), declared.sites().findings());
    Site second = declared.sites().validSites().get(1);
    assertEquals("Курган 2", second.name());
    assertEquals(30.0, second.attributes().get("point_radius_m"));
    for (var vertex : second.area().getCoordinates()) {
      assertEquals(30, GroundDistance.of_m(102.84, 47.21, vertex.x, vertex.y), 0.01);
    }
  }

  @Test
  void nestedExportsOfArchesAreFlattened() {
    Site site =
        SiteIntake.read(file("eamena.geojson"), metres(100, NONE)).sites().validSites().get(0);
    assertEquals("EAMENA-0192281", site.id());
    assertEquals("Tell A; Tal A", site.name());
    assertEquals("National Register", site.designation());
    assertEquals("Good", site.attributes().get("Assessment.Overall Condition"));
    assertEquals("Looting; Ploughing", site.attributes().get("Assessment.Disturbance.Cause"));
  }

  @Test
  void bufferZonesAreMadeWhereThereIsNone() {
    Intake read = SiteIntake.read(file("crs84.geojson"), metres(NONE, 250));
    assertTrue(
        read.notices().contains("2 buffer zones of 250 m made for sites without one"),
        read.notices().toString());
    Site first = read.sites().validSites().get(0);
    assertEquals(base().get(0).zones(), first.zones());
    Site third = read.sites().validSites().get(2);
    assertEquals(250.0, third.attributes().get("buffer_made_m"));
    MultiPolygon buffer = third.zones().get(Zone.BUFFER);
    assertTrue(buffer.contains(third.zones().get(Zone.CORE)));
    for (var vertex : buffer.getCoordinates()) {
      double nearest_m = Double.POSITIVE_INFINITY;
      for (double share = 0; share <= 1; share += 0.001) {
        double along = 0.003 * share;
        nearest_m =
            Math.min(nearest_m, GroundDistance.of_m(101.25 + along, 47.5, vertex.x, vertex.y));
        nearest_m =
            Math.min(nearest_m, GroundDistance.of_m(101.25 + along, 47.503, vertex.x, vertex.y));
        nearest_m =
            Math.min(nearest_m, GroundDistance.of_m(101.25, 47.5 + along, vertex.x, vertex.y));
        nearest_m =
            Math.min(nearest_m, GroundDistance.of_m(101.253, 47.5 + along, vertex.x, vertex.y));
      }
      assertEquals(250, nearest_m, 0.3);
    }
  }

  @Test
  void partsOnBothSidesOfTheAntimeridianGetTheirBuffers() {
    String far = "[[[179.99,1],[180,1],[180,1.01],[179.99,1]]]";
    String near = "[[[-180,1],[-179.99,1],[-180,1.01],[-180,1]]]";
    Path file =
        PlannerFiles.write(
            folder.resolve("far.geojson"),
            ("{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'id':'a'},"
                    + "'geometry':{'type':'MultiPolygon','coordinates':["
                    + far
                    + ","
                    + near
                    + "]}}]}")
                .replace('\'', '"'));
    Intake read = SiteIntake.read(file, metres(NONE, 500));
    assertEquals(List.of(), read.sites().errors());
    Site site = read.sites().validSites().get(0);
    assertTrue(site.zones().get(Zone.BUFFER).contains(site.zones().get(Zone.CORE)));
  }

  @ParameterizedTest
  @CsvSource({
    "utf8.dbf, is a part of a shapefile; give the .shp",
    "README.md, has no",
  })
  void whatIsNoRegistryIsRefused(String name, String words) {
    var refusal =
        assertThrows(UserException.class, () -> SiteIntake.read(file(name), IntakeOptions.GUESSED));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    assertTrue(refusal.getMessage().startsWith(name), refusal.getMessage());
  }

  @Test
  void aFileWithoutFeaturesIsRefused() {
    Path file =
        PlannerFiles.write(
            folder.resolve("none.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
    var refusal =
        assertThrows(UserException.class, () -> SiteIntake.read(file, IntakeOptions.GUESSED));
    assertEquals("none.geojson has no features that could be sites", refusal.getMessage());
  }

  @Test
  void aMissingFileIsUnavailable() {
    var refusal =
        assertThrows(
            UserException.class,
            () -> SiteIntake.read(folder.resolve("x.kml"), IntakeOptions.GUESSED));
    assertEquals(ExitCode.UNAVAILABLE, refusal.exitCode());
  }
}
