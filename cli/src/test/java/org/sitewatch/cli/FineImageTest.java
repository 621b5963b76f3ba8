package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.PixelGrid;

/** An image of a few centimetres a pixel over a part of a site that satellites see whole. */
@Tag("slow")
class FineImageTest {
  private static final int PARTIAL = 5;

  @TempDir Path folder;

  private static JsonNode alpha(SmallWorkspace workspace) {
    Path run = workspace.runDirectory(FIRST_WEEK);
    return Features.site(run.resolve("coverage.geojson"), "alpha");
  }

  private static String disturbances(SmallWorkspace workspace) throws IOException {
    return Files.readString(workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson"));
  }

  @Test
  void theWeeksAfterItAreWhole() {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("later"));
    var grid = PixelGrid.northUp(SmallScenes.NORTH_48, 300_480, 5_239_520, 0.25, 200, 200);
    workspace
        .add(List.of(workspace.scenes().generic("ortho", "2024-09-12T04:00:00Z", grid, false)))
        .exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL);
    workspace.scanWeek(SECOND_WEEK).exits(0);
    Path coverage = workspace.runDirectory(SECOND_WEEK).resolve("coverage.geojson");
    JsonNode alpha = Features.site(coverage, "alpha");
    assertEquals(0, alpha.path("looks_failed").asInt(), alpha::toString);
    String note = "ortho: left out of the history: site 'alpha' would need a window of";
    assertTrue(alpha.path("notes").asText().contains(note), alpha::toString);
    workspace.run("verify", "--rederive", SECOND_WEEK).exits(0);
  }

  @Test
  void whatItIsTooFineForIsSaidAndTheSatellitesGoOn() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    SmallWorkspace plain = workspace.copyTo(folder.resolve("plain"));
    plain.scanWeek(FIRST_WEEK).exits(0);
    var grid = PixelGrid.northUp(SmallScenes.NORTH_48, 300_480, 5_239_520, 0.25, 200, 200);
    Path ortho = workspace.scenes().generic("ortho", "2024-09-12T04:00:00Z", grid, false);
    workspace.add(List.of(ortho)).exits(0);
    workspace
        .scanWeek(FIRST_WEEK)
        .exits(PARTIAL)
        .says("site 'alpha' would need a window of", "'ortho'", "gdal_translate -tr");
    workspace.run("verify", "--rederive", FIRST_WEEK).exits(0);
    assertEquals("seen", alpha(workspace).path("state").asText());
    assertEquals(1, alpha(workspace).path("looks_failed").asInt(), alpha(workspace)::toString);
    assertEquals(alpha(plain).path("last_clear"), alpha(workspace).path("last_clear"));
    assertTrue(alpha(plain).path("disturbances").asInt() > 0);
    assertEquals(alpha(plain).path("disturbances"), alpha(workspace).path("disturbances"));
    assertEquals(
        disturbances(plain).replaceAll("\"(inputs|config)_sha256\":\"[0-9a-f]*\"", ""),
        disturbances(workspace).replaceAll("\"(inputs|config)_sha256\":\"[0-9a-f]*\"", ""));
  }
}
