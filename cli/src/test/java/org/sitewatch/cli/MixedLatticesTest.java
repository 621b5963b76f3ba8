package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.DAYS;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/** Scenes on other lattices than the site's, sites on borders, several scenes of one pass. */
@Tag("slow")
class MixedLatticesTest {
  private static final int HISTORY = 4;
  private static final double HALF_SCENE_M = 1000;

  @TempDir Path folder;

  private SmallWorkspace workspace(ObjectNode... sites) {
    var workspace = SmallWorkspace.empty(folder.resolve("workspace"));
    workspace.importSites(SmallSites.write(folder.resolve("sites.geojson"), List.of(sites)));
    return workspace;
  }

  private static ObjectNode alpha() {
    return SmallSites.standard().get(0);
  }

  /** The only disturbance of the first week, and that it lies where it was dug. */
  private static JsonNode checkFound(SmallWorkspace workspace, SmallScenes ground, int scan) {
    Path run = workspace.runDirectory(FIRST_WEEK);
    var found = Features.of(run.resolve("disturbances.geojson"));
    assertEquals(1, found.size(), () -> "scan ended with " + scan + ": " + found);
    var centre =
        Projection.ofEpsg(ground.epsg())
            .fromLonLat(Features.outline(found.get(0)))
            .getCentroid()
            .getCoordinate();
    Coordinate dug = ground.pit().centre();
    assertTrue(centre.distance(dug) < 12, () -> centre + " is not where it was dug: " + dug);
    return found.get(0).path("properties");
  }

  private static String manifest(SmallWorkspace workspace) throws IOException {
    return Files.readString(workspace.runDirectory(FIRST_WEEK).resolve("run.json"));
  }

  /** A grid of another CRS around the middle of the standard site alpha. */
  private static PixelGrid around(int epsg, double lon, double lat, double pixel, int px) {
    double[] middle = {lon, lat};
    if (epsg != 4326) {
      Projection.ofEpsg(epsg).fromLonLat(middle);
    }
    double west = Math.rint((middle[0] - px / 2.0 * pixel) / pixel / 2) * pixel * 2;
    double north = Math.rint((middle[1] + px / 2.0 * pixel) / pixel / 2) * pixel * 2;
    return PixelGrid.northUp(epsg, west, north, pixel, px, px);
  }

  private static double[] lonLat(int epsg, double x, double y) {
    double[] place = {x, y};
    Projection.ofEpsg(epsg).toLonLat(place);
    return place;
  }

  @Test
  void aSceneOfTheNeighbouringZoneIsResampledAndTheManifestSaysSo() throws IOException {
    var workspace = workspace(alpha());
    SmallScenes scenes = workspace.scenes();
    double[] alpha = lonLat(SmallScenes.NORTH_48, 300_500, 5_239_500);
    PixelGrid next = around(32647, alpha[0], alpha[1], 10, SmallScenes.SIDE_PX);
    var items = new ArrayList<Path>();
    for (int i = 0; i <= HISTORY; i++) {
      String day = DAYS.get(i);
      PixelGrid grid = i == 1 || i == HISTORY ? next : SmallScenes.standardGrid();
      items.add(scenes.pass("S2_" + day, day + "T04:10:31Z", grid, i == HISTORY));
    }
    workspace.add(items).exits(0);
    int code = workspace.scanWeek(FIRST_WEEK).exits(0).code();
    checkFound(workspace, scenes, code);
    assertTrue(
        manifest(workspace).contains("S2_2024-09-11: 10m resampled bilinearly from EPSG:32647"),
        manifest(workspace));
    assertFalse(manifest(workspace).contains("10m resampled bilinearly from EPSG:32648"));
  }

  @Test
  void scenesInDegreesAreResampledAndTheManifestSaysSo() throws IOException {
    var workspace = workspace(alpha());
    SmallScenes scenes = workspace.scenes();
    double[] alpha = lonLat(SmallScenes.NORTH_48, 300_500, 5_239_500);
    PixelGrid degrees = around(4326, alpha[0], alpha[1], 1e-4, 400);
    var items = new ArrayList<Path>();
    for (int i = 0; i <= HISTORY; i++) {
      String day = DAYS.get(i);
      items.add(scenes.generic("geo_" + day, day + "T04:10:31Z", degrees, i == HISTORY));
    }
    workspace.add(items).exits(0);
    int code = workspace.scanWeek(FIRST_WEEK).exits(0).code();
    checkFound(workspace, scenes, code);
    assertTrue(manifest(workspace).contains("resampled bilinearly from EPSG:4326"));
    assertTrue(manifest(workspace).contains("mask: none"));
  }

  @Test
  void aSiteAcrossAZoneBorderIsWhole() {
    double[] border = {102, 47.28};
    Projection.ofEpsg(SmallScenes.NORTH_48).fromLonLat(border);
    double x = Math.rint(border[0] / 20) * 20;
    double y = Math.rint(border[1] / 20) * 20;
    var workspace = workspace(SmallSites.square("border", SmallScenes.NORTH_48, x, y));
    var pit = new Envelope(x - 40, x, y - 20, y + 20);
    var scenes = new SmallScenes(workspace.scenes().folder(), SmallScenes.NORTH_48, pit);
    PixelGrid east = grid(SmallScenes.NORTH_48, x, y);
    double[] place = lonLat(SmallScenes.NORTH_48, x, y);
    PixelGrid west = around(32647, place[0], place[1], 10, SmallScenes.SIDE_PX);
    var items = new ArrayList<Path>();
    for (int i = 0; i <= HISTORY; i++) {
      String day = DAYS.get(i);
      boolean dug = i == HISTORY;
      items.add(scenes.pass("east_" + day, day + "T04:10:31Z", east, dug));
      items.add(scenes.pass("west_" + day, day + "T04:10:35Z", west, dug));
    }
    workspace.add(items).exits(0);
    int code = workspace.scanWeek(FIRST_WEEK).exits(0).code();
    JsonNode found = checkFound(workspace, scenes, code);
    assertEquals(1, found.path("looks_clear").asInt());
    JsonNode site =
        Features.site(workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson"), "border");
    assertEquals(1, site.path("looks_seen").asInt(), site.toString());
    assertEquals(1.0, site.path("clear_share").asDouble());
  }

  @Test
  void theSouthernHemisphereIsAsGood() {
    int south = 32719;
    double x = 500_000;
    double y = 8_400_000;
    var workspace = workspace(SmallSites.square("nazca", south, x, y));
    var scenes =
        new SmallScenes(
            workspace.scenes().folder(), south, new Envelope(x - 20, x + 20, y - 60, y - 20));
    var items = new ArrayList<Path>();
    for (int i = 0; i <= HISTORY; i++) {
      String day = DAYS.get(i);
      items.add(scenes.pass("S2_" + day, day + "T15:10:31Z", grid(south, x, y), i == HISTORY));
    }
    workspace.add(items).exits(0);
    int code = workspace.scanWeek(FIRST_WEEK).exits(0).code();
    JsonNode found = checkFound(workspace, scenes, code);
    assertTrue(found.path("centroid_lat").asDouble() < -14, found.toString());
  }

  @Test
  void adjacentTilesOfOnePassAreOneLook() throws IOException {
    var workspace = workspace(alpha());
    SmallScenes scenes = workspace.scenes();
    double seam = 300_500;
    PixelGrid left =
        PixelGrid.northUp(SmallScenes.NORTH_48, seam - 1000, SmallScenes.NORTH_M, 10, 100, 100);
    PixelGrid right =
        PixelGrid.northUp(SmallScenes.NORTH_48, seam, SmallScenes.NORTH_M, 10, 100, 100);
    var items = new ArrayList<Path>();
    for (int i = 0; i <= HISTORY; i++) {
      String day = DAYS.get(i);
      items.add(scenes.pass("left_" + day, day + "T04:10:31Z", left, i == HISTORY));
      items.add(scenes.pass("right_" + day, day + "T04:10:45Z", right, i == HISTORY));
    }
    workspace.add(items).exits(0);
    int code = workspace.scanWeek(FIRST_WEEK).exits(0).code();
    JsonNode found = checkFound(workspace, scenes, code);
    assertEquals(4, found.path("history_looks").asInt());
    JsonNode site =
        Features.site(workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson"), "alpha");
    assertEquals(1, site.path("looks_seen").asInt(), site.toString());
    assertEquals(1.0, site.path("clear_share").asDouble());
    assertFalse(manifest(workspace).contains("10m resampled"), "on the native lattice");
  }

  private static PixelGrid grid(int epsg, double x, double y) {
    return PixelGrid.northUp(
        epsg, x - HALF_SCENE_M, y + HALF_SCENE_M, 10, SmallScenes.SIDE_PX, SmallScenes.SIDE_PX);
  }
}
