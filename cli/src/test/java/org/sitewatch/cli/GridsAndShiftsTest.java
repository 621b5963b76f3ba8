package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.Projection;

/**
 * Scenes made by GDAL ({@code grids/make_grids.py}) on other grids than the site's, and shifted:
 * what is reported lies where it was planted.
 */
@Tag("slow")
class GridsAndShiftsTest {
  private static final Envelope PLANTED = new Envelope(300_480, 300_560, 5_239_440, 5_239_500);

  @TempDir Path folder;

  private SmallWorkspace workspace(List<String> scenes) {
    var workspace = SmallWorkspace.empty(folder.resolve("workspace"));
    workspace.importSites(
        SmallSites.write(folder.resolve("sites.geojson"), List.of(SmallSites.standard().get(0))));
    for (int i = 0; i < scenes.size(); i++) {
      var file = Path.of("src/test/resources/org/sitewatch/cli/grids", scenes.get(i) + ".tif");
      String day = "2024-0" + (i + 1) + "-10";
      sitewatch(
              "ingest",
              "add",
              file,
              "--bands",
              "red,nir",
              "--scale",
              "0.0001",
              "--datetime",
              day,
              "--workspace",
              workspace.root())
          .exits(0);
    }
    return workspace;
  }

  private static Path scan(SmallWorkspace workspace, String since, int code) {
    Ran ran = workspace.run("scan", "--since", since);
    ran.exits(code);
    return ran.path();
  }

  @ParameterizedTest
  @CsvSource({
    "before, home, 0.1",
    "before, neighbour_zone, 0.1",
    "before, degrees, 0.1",
    "before, turned, 0.1",
    "before, point, 0.1",
    "before, mirrored, 0.1",
    "before, half_off, 0.1",
    "before, pixels_4m, 0.1",
    "before, pixels_20m, 0.1",
    "before, pixels_30m, 1.1",
    "zone_before, neighbour_zone, 1.1",
    "degrees_before, degrees, 1.4",
    "turned_before, turned, 1.1"
  })
  void whatWasPlantedIsReportedWhereItLies(String before, String scene, double side_px) {
    boolean isHome = before.equals("before");
    var workspace =
        workspace(
            isHome ? List.of("before_0", "before_1", "before_2", scene) : List.of(before, scene));
    Path run = scan(workspace, isHome ? "2024-04-01" : "2024-02-01", 0);
    List<JsonNode> found = Features.of(run.resolve("disturbances.geojson"));
    assertEquals(1, found.size(), found.toString());
    Envelope outline =
        Projection.ofEpsg(SmallScenes.NORTH_48)
            .fromLonLat(Features.outline(found.get(0)))
            .getEnvelopeInternal();
    double side_m = 10 * side_px;
    assertEquals(PLANTED.getMinX(), outline.getMinX(), side_m, "west");
    assertEquals(PLANTED.getMaxX(), outline.getMaxX(), side_m, "east");
    assertEquals(PLANTED.getMinY(), outline.getMinY(), side_m, "south");
    assertEquals(PLANTED.getMaxY(), outline.getMaxY(), side_m, "north");
    double[] centre = {
      found.get(0).path("properties").path("centroid_lon").asDouble(),
      found.get(0).path("properties").path("centroid_lat").asDouble()
    };
    Projection.ofEpsg(SmallScenes.NORTH_48).fromLonLat(centre);
    double centre_m = Math.min(2, side_m);
    assertEquals(PLANTED.centre().x, centre[0], centre_m, "centre, x");
    assertEquals(PLANTED.centre().y, centre[1], centre_m, "centre, y");
  }

  @ParameterizedTest
  @CsvSource({"0_3, 0, 0", "0_7, -0.5, -0.5", "1_5, 1.5, 0", "3, 0, 3"})
  void aSceneThatLiesAsideRaisesNothingAndIsMovedBack(String shift, double columns, double rows) {
    var workspace =
        workspace(List.of("fields_0", "fields_1", "fields_2", "fields_shifted_" + shift + "px"));
    Path run = scan(workspace, "2024-04-01", 0);
    assertEquals(List.of(), Features.of(run.resolve("disturbances.geojson")));
    JsonNode registration = SmallScenes.read(run.resolve("run.json")).path("registration");
    if (columns == 0 && rows == 0) {
      assertEquals(0, registration.size(), registration.toString());
      return;
    }
    JsonNode look = registration.path("alpha").elements().next();
    assertEquals(columns, look.path("dx_px").asDouble(), 0.1, registration.toString());
    assertEquals(rows, look.path("dy_px").asDouble(), 0.1, registration.toString());
  }

  @Test
  void aSceneThatLiesTooFarAsideIsSetAsideWithItsReason() {
    var workspace = workspace(List.of("fields_0", "fields_1", "fields_2", "fields_shifted_9px"));
    Path run = scan(workspace, "2024-04-01", 5);
    assertEquals(List.of(), Features.of(run.resolve("disturbances.geojson")));
    JsonNode site = Features.site(run.resolve("coverage.geojson"), "alpha");
    String looks = site.toString();
    assertTrue(looks.contains("9.0 pixels (90 m)"), looks);
    assertEquals(0, site.path("looks_seen").asInt(), looks);
  }
}
