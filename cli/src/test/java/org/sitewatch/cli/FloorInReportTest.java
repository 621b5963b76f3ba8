package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.Sha256;

/** What simulate has kept stands in the next report. */
@Tag("slow")
class FloorInReportTest {
  private static final int USAGE = 2;
  private static final String FILE = "simulations/2024-09-15/beta.json";

  @TempDir static Path shared;
  static SmallWorkspace planted;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void scanOneWeekAndPlant() {
    planted = SmallWorkspace.registered(shared.resolve("planted"));
    planted.scanWeek(FIRST_WEEK).exits(0);
    planted
        .run("simulate", "--sites=beta", "--replicates", 1, "--looks", 1, "--threads", 2)
        .exits(0)
        .says("runs that end on 2024-09-15 or later tell of it");
  }

  @BeforeEach
  void copy() {
    workspace = planted.copyTo(folder.resolve("workspace"));
  }

  private JsonNode site(String run, String id) {
    for (JsonNode site : Features.of(workspace.runDirectory(run).resolve("coverage.geojson"))) {
      if (site.path("id").asText().equals(id)) {
        return site.path("properties");
      }
    }
    throw new AssertionError("no " + id);
  }

  private JsonNode floorsOfManifest(String run) {
    return SmallScenes.read(workspace.runDirectory(run).resolve("run.json"))
        .path("inputs")
        .path("floors");
  }

  @Test
  void theNextRunTellsItAndNamesTheFile() throws IOException {
    Ran ran = workspace.scanWeek(SECOND_WEEK).exits(0);
    ran.says("detection floors: 1 measured, 0 stale, 2 not measured", "floor: site 'beta': ");
    JsonNode beta = site(SECOND_WEEK, "beta");
    assertEquals("measured", beta.path("floor_state").asText());
    assertEquals("2024-09-11", beta.path("floor_until").asText());
    JsonNode kept = SmallScenes.read(workspace.root().resolve(FILE)).path("sensors").path(0);
    assertEquals(kept.path("sentence").asText(), beta.path("detection_floor").asText());
    assertEquals(
        "Not measured: run 'sitewatch simulate'.",
        site(SECOND_WEEK, "alpha").path("detection_floor").asText());
    String sha256 = Sha256.of(Files.readAllBytes(workspace.root().resolve(FILE)));
    assertEquals("{\"" + FILE + "\":\"" + sha256 + "\"}", floorsOfManifest(SECOND_WEEK).toString());
  }

  @Test
  void aRunThatStandsIsToldOfItByForceOnly() {
    assertEquals("not_measured", site(FIRST_WEEK, "beta").path("floor_state").asText());
    workspace.scanWeek(FIRST_WEEK).refuses(USAGE, "detection floor " + FILE + " is new", "--force");
    workspace.scanWeek(FIRST_WEEK, "--force").exits(0);
    assertEquals("measured", site(FIRST_WEEK, "beta").path("floor_state").asText());
    workspace.scanWeek(FIRST_WEEK).exits(0).says("same inputs");
  }

  @Test
  void theBytesAreThoseOfAnyNumberOfThreads() {
    SmallWorkspace other = planted.copyTo(folder.resolve("other"));
    workspace.scanWeek(SECOND_WEEK).exits(0);
    other.run("scan", "--week", SECOND_WEEK, "--threads", 1).exits(0);
    assertEquals(workspace.contents(SECOND_WEEK), other.contents(SECOND_WEEK));
  }

  @Test
  void anotherBudgetMakesItStale() {
    workspace.scanWeek(SECOND_WEEK, "--alert-budget", 3).exits(0).says("1 stale");
    JsonNode beta = site(SECOND_WEEK, "beta");
    assertEquals("stale", beta.path("floor_state").asText());
    String told = beta.path("detection_floor").asText();
    assertTrue(
        told.startsWith(
            "Stale (measured up to 2024-09-11, alert_budget_per_site_year was 1, is 3; run"),
        told);
    assertTrue(beta.path("floor_clearing_m2").isNull());
  }

  @Test
  void aBrokenFileCostsASentenceAndNoResult() throws IOException {
    SmallWorkspace whole = planted.copyTo(folder.resolve("whole"));
    whole.scanWeek(SECOND_WEEK).exits(0);
    Files.writeString(workspace.root().resolve(FILE), "{\"schema\":2,\"sensors\":[");
    workspace.scanWeek(SECOND_WEEK).exits(0).says("1 broken", FILE + ": not valid JSON");
    JsonNode beta = site(SECOND_WEEK, "beta");
    assertEquals("broken", beta.path("floor_state").asText());
    assertEquals("seen", beta.path("state").asText());
    Map<String, String> theirs = whole.contents(SECOND_WEEK);
    assertEquals(
        theirs.get("disturbances.geojson"),
        workspace.contents(SECOND_WEEK).get("disturbances.geojson"));
    assertEquals(1, floorsOfManifest(SECOND_WEEK).size());
  }
}
