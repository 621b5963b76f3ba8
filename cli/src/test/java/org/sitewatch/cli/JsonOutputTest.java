package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} stdout is one object, whatever the command. */
@Tag("slow")
class JsonOutputTest {
  private static final int REGISTRY_INVALID = 3;
  private static final int INTEGRITY = 6;

  @TempDir static Path shared;
  static SmallWorkspace workspace;

  @TempDir Path folder;

  @BeforeAll
  static void register() {
    workspace = SmallWorkspace.registered(shared.resolve("workspace"));
  }

  private static JsonNode object(Ran ran) {
    assertEquals(1, ran.out().lines().count(), ran.out());
    try {
      JsonNode json = new ObjectMapper().readTree(ran.out());
      assertTrue(json.isObject(), ran.out());
      return json;
    } catch (JsonProcessingException broken) {
      throw new AssertionError(ran.out(), broken);
    }
  }

  @Test
  void sitesListNamesEverySite() {
    JsonNode sites = object(workspace.run("sites", "list", "--json").exits(0)).path("sites");
    assertEquals(3, sites.size());
    assertEquals("alpha", sites.path(0).path("id").asText());
    assertEquals(4.0, sites.path(0).path("area_ha").asDouble(), 0.1);
    assertEquals("core", sites.path(0).path("zones").path(0).asText());
  }

  @Test
  void sitesCheckSaysWhatAndWhere() {
    Path file =
        SmallSites.write(folder.resolve("bad.geojson"), List.of(SmallSites.bowTie("crossed")));
    JsonNode json = object(sitewatch("sites", "check", file, "--json").exits(REGISTRY_INVALID));
    assertEquals(1, json.path("errors").asInt());
    JsonNode finding = json.path("findings").path(0);
    assertEquals("G1", finding.path("code").asText());
    assertEquals("crossed", finding.path("site_id").asText());
    assertEquals(102.35, finding.path("lon").asDouble(), 1e-6);
  }

  @Test
  void sitesImportCounts() {
    SmallWorkspace empty = SmallWorkspace.empty(folder.resolve("empty"));
    Path file = SmallSites.write(folder.resolve("sites.geojson"), SmallSites.standard());
    JsonNode dry = object(empty.run("sites", "import", file, "--json", "--dry-run").exits(0));
    assertEquals(3, dry.path("added").asInt());
    assertFalse(Files.exists(empty.registry()));
    assertEquals(
        3, object(empty.run("sites", "import", file, "--json").exits(0)).path("sites").asInt());
    assertTrue(Files.exists(empty.registry()));
  }

  @Test
  void sitesExportNamesTheFileAndDryRunWritesNone() {
    Path file = folder.resolve("out.gpkg");
    JsonNode dry = object(workspace.run("sites", "export", file, "--json", "--dry-run").exits(0));
    assertTrue(dry.path("dry_run").asBoolean());
    assertFalse(Files.exists(file));
    JsonNode json = object(workspace.run("sites", "export", file, "--json").exits(0));
    assertEquals(file.toString(), json.path("file").asText());
    assertEquals(3, json.path("sites").asInt());
    assertTrue(Files.exists(file));
  }

  @Test
  void sitesDiffTellsWhatMovedAndWhatWasEdited() {
    Path old = SmallSites.write(folder.resolve("old.geojson"), SmallSites.standard());
    var beta = SmallSites.square("beta", SmallScenes.NORTH_48, 301_530, 5_239_540);
    beta.withObject("properties").put("name", "Elsewhere");
    var delta = SmallSites.square("delta", SmallScenes.NORTH_48, 301_500, 5_238_500);
    Path edited =
        SmallSites.write(
            folder.resolve("new.geojson"), List.of(SmallSites.standard().get(0), beta, delta));
    JsonNode json = object(sitewatch("sites", "diff", old, edited, "--json").exits(0));
    assertEquals("delta", json.path("added").path(0).path("id").asText());
    assertEquals("gamma", json.path("removed").path(0).path("id").asText());
    assertEquals(1, json.path("unchanged").asInt());
    JsonNode change = json.path("changed").path(0);
    assertEquals(50, change.path("moved_m").asDouble(), 0.1);
    assertEquals(0, change.path("area_change_pct").asDouble(), 0.01);
    assertEquals("Elsewhere", change.path("fields").path(0).path("to").asText());
    String lines = workspace.run("sites", "diff", edited).exits(0).out();
    assertTrue(lines.contains("moved\tbeta\tmoved 50.0 m; area "), lines);
    assertTrue(lines.contains("name 'Site beta' → 'Elsewhere'"), lines);
  }

  @Test
  void aRegistryWithErrorsIsNotComparedAsIfItsSitesWereGone() {
    Path bad = SmallSites.write(folder.resolve("bad.geojson"), List.of(SmallSites.bowTie("alpha")));
    workspace.run("sites", "diff", bad, "--json").refuses(REGISTRY_INVALID, "has 1 error;");
  }

  @Test
  void ingestAddNamesTheScenes() {
    SmallWorkspace own = SmallWorkspace.empty(folder.resolve("own"));
    Path item = own.scenes().pass("2024-08-02", false);
    JsonNode dry = object(own.run("ingest", "add", item, "--json", "--dry-run").exits(0));
    assertEquals("S2_20240802", dry.path("added").path(0).asText());
    assertFalse(Files.exists(own.root().resolve("scenes")));
    JsonNode json = object(own.run("ingest", "add", item, "--json").exits(0));
    assertEquals(1, json.path("added").size(), json.toString());
    JsonNode again = object(own.run("ingest", "add", item, "--json").exits(0));
    assertEquals(0, again.path("added").size(), again.toString());
  }

  @Test
  void ingestDetectReportAndVerifySpeakAlike() throws IOException {
    SmallWorkspace own = workspace.copyTo(folder.resolve("own"));
    JsonNode cut = object(own.run("ingest", "--json", "--master", "local[2]").exits(0));
    assertTrue(cut.path("tiles_cut").asInt() > 0, cut.toString());
    JsonNode found =
        object(own.run("detect", "--json", "--master", "local[2]", "--week", FIRST_WEEK).exits(0));
    assertEquals(FIRST_WEEK, found.path("run_id").asText());
    assertTrue(Files.isDirectory(Path.of(found.path("work").asText())));
    object(own.run("report", "--json", "--dry-run").exits(0));
    assertFalse(Files.exists(own.runDirectory(FIRST_WEEK)));
    object(own.run("report", "--json").exits(0));
    assertTrue(object(own.run("verify", FIRST_WEEK, "--json").exits(0)).path("holds").asBoolean());
    assertTrue(
        object(own.run("report", "--json", "--run", FIRST_WEEK).exits(0))
            .path("unchanged")
            .asBoolean());
    Files.writeString(own.runDirectory(FIRST_WEEK).resolve("coverage.geojson"), "{}");
    JsonNode broken = object(own.run("verify", FIRST_WEEK, "--json").exits(INTEGRITY));
    assertFalse(broken.path("holds").asBoolean());
  }

  @Test
  void statusWithoutARunIsAnObjectToo() {
    assertEquals(0, object(workspace.run("status", "--json").exits(0)).path("runs").asInt());
  }

  @Test
  void initDemoAndDoctorSpeakLikeTheOthers() {
    Path fresh = folder.resolve("fresh");
    assertTrue(
        object(sitewatch("init", fresh, "--json", "--dry-run", "-q").exits(0))
            .path("dry_run")
            .asBoolean());
    object(sitewatch("demo", fresh, "--json", "--dry-run", "-q").exits(0));
    assertFalse(Files.exists(fresh));
    assertEquals(
        fresh.toString(),
        object(sitewatch("init", fresh, "--json").exits(0)).path("workspace").asText());
    JsonNode doctor = object(sitewatch("doctor", "-q", "--json", "--folder", folder));
    assertTrue(doctor.path("checks").size() > 4, doctor.toString());
  }
}
