package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** {@code sites check}, {@code fix} and {@code template} as they are typed. */
class SitesRepairTest {
  private static final int USAGE = 2;
  private static final int REGISTRY_INVALID = 3;
  private static final int PARTIAL = 5;

  @TempDir Path folder;

  private Path broken() {
    return SmallSites.write(
        folder.resolve("broken.geojson"),
        List.of(
            SmallSites.bowTie("bow"),
            SmallSites.feature("open", 102.1, 47.1, 102.11, 47.1, 102.11, 47.11),
            SmallSites.feature("swapped", 47.1, 102.3, 47.11, 102.3, 47.11, 102.31, 47.1, 102.3)));
  }

  @Test
  void whatIsAcceptedIsMadeAndWhatChangesTheAreaIsHeldBack() throws IOException {
    Path file = broken();
    String before = Files.readString(file);
    Path fixed = folder.resolve("fixed.geojson");
    Ran ran = sitewatch("sites", "fix", file, "--accept", "G1", "-o", fixed).exits(PARTIAL);
    assertTrue(ran.out().contains("fixed\tG1\topen\tfeature 2\t"), ran.out());
    assertTrue(ran.out().contains("held back\tG1\tbow\tfeature 1\t"), ran.out());
    assertFalse(ran.out().contains("swapped"), ran.out());
    assertEquals(before, Files.readString(file));
    sitewatch("sites", "fix", fixed, "--accept", "g3,G1", "--sites", "bow,swapped", "--force")
        .exits(0);
    assertEquals("", sitewatch("sites", "check", fixed, "--workspace", folder).exits(0).out());
  }

  @Test
  void aFileThatIsThereIsNotOverwrittenWithoutForce() throws IOException {
    Path file = broken();
    String before = Files.readString(file);
    sitewatch("sites", "fix", file, "--accept", "G1").refuses(USAGE, "--force");
    sitewatch("sites", "fix", file, "--accept", "G1", "--sites", "bw", "--force")
        .refuses(USAGE, "'bw'");
    sitewatch("sites", "fix", file, "--accept", "G9", "--force").refuses(USAGE, "G9");
    sitewatch("sites", "fix", file, "--accept", "G3", "--dry-run", "--json").exits(0);
    assertEquals(before, Files.readString(file));
  }

  @Test
  void aFileThatIsNoRegistryIsNotRepaired() throws IOException {
    Path file = Files.writeString(folder.resolve("cut.geojson"), "{\"type\":\"FeatureColl");
    sitewatch("sites", "fix", file, "--accept", "G1", "-o", folder.resolve("out.geojson"))
        .refuses(REGISTRY_INVALID, "broken JSON at line 1");
    assertFalse(Files.exists(folder.resolve("out.geojson")));
  }

  @Test
  void aPlannersFileIsSaidToBeOfTheWrongFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("a.KML"), "<kml/>");
    sitewatch("sites", "fix", file, "--accept", "G1", "-o", folder.resolve("out.kml"))
        .refuses(USAGE, "neither GeoJSON nor GeoPackage");
    assertFalse(Files.exists(folder.resolve("out.kml")));
  }

  @Test
  void problemSpotsArePointsAndTheProposedOutlines() {
    Path spots = folder.resolve("spots.geojson");
    sitewatch("sites", "check", broken(), "--problems", spots).exits(REGISTRY_INVALID);
    List<JsonNode> features = Features.of(spots);
    assertEquals(6, features.size());
    for (JsonNode feature : features) {
      Geometry place = Features.outline(feature);
      boolean isSpot = feature.path("properties").path("kind").asText().equals("spot");
      assertEquals(isSpot ? "Point" : "MultiPolygon", place.getGeometryType());
      assertTrue(place.isValid() && !place.isEmpty());
      assertEquals(102, Math.floor(place.getCoordinate().x));
      assertFalse(feature.path("properties").path("cure").asText().isEmpty());
    }
  }

  @Test
  void jsonHasTheProposalWithItsAreas() throws IOException {
    Ran ran = sitewatch("sites", "check", broken(), "--json").exits(REGISTRY_INVALID);
    JsonNode open = new ObjectMapper().readTree(ran.out()).path("findings").path(1);
    assertEquals("open", open.path("site_id").asText());
    assertEquals("feature 2", open.path("proposal").path("feature").asText());
    assertTrue(open.path("proposal").path("area_after_m2").asDouble() > 400_000);
  }

  @Test
  void anIdThatIsAnotherThanInTheWorkspaceIsAnError() {
    SmallWorkspace workspace = SmallWorkspace.empty(folder.resolve("workspace"));
    workspace.importSites(SmallSites.write(folder.resolve("a.geojson"), SmallSites.standard()));
    var other = SmallSites.standard();
    Path renamed =
        SmallSites.write(
            folder.resolve("b.geojson"),
            List.of(
                SmallSites.square("alef", SmallScenes.NORTH_48, 300_500, 5_239_500),
                other.get(1),
                other.get(2)));
    Ran ran = workspace.run("sites", "check", renamed).exits(REGISTRY_INVALID);
    assertTrue(ran.out().contains("id changed since the last registry: was 'alpha'"), ran.out());
    workspace.run("sites", "check").exits(0);
    assertTrue(workspace.run("sites", "diff", renamed).exits(0).out().contains("renamed\talef\t"));
  }

  @Test
  void anExtentThatMakesNoSenseIsRefused() {
    sitewatch("sites", "check", broken(), "--extent", "10,20,5,30").refuses(USAGE, "--extent");
  }

  @Test
  void aTemplateIsAnEmptyRegistryAndIsNotOverwritten() {
    for (String name : List.of("t.gpkg", "t.geojson")) {
      Path file = folder.resolve(name);
      sitewatch("sites", "template", file).exits(0);
      sitewatch("sites", "check", file).exits(0).says("0 usable sites, 0 findings");
      sitewatch("sites", "template", file).refuses(USAGE, "--force");
    }
    assertTrue(Files.exists(folder.resolve("t.qml")));
    sitewatch("sites", "template", folder.resolve("t.shp")).refuses(USAGE, ".gpkg");
  }
}
