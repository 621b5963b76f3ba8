package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.DAYS;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every sensor from its items to the report, on the samples that sensors/make.py writes with GDAL;
 * and that only what compares is compared.
 */
@Tag("slow")
class SensorSeriesTest {
  private static final String LANDSAT = "landsat-c2-l2";
  private static final String RADAR = "sentinel-1-rtc";

  @TempDir Path folder;

  private SmallWorkspace workspace() {
    var workspace = SmallWorkspace.empty(folder.resolve("workspace"));
    workspace.importSites(
        SmallSites.write(folder.resolve("sites.geojson"), SmallSites.standard().subList(0, 1)));
    return workspace;
  }

  private static List<Path> samples(String collection) {
    try {
      Path sample = Path.of(SensorSeriesTest.class.getResource("/sensors/" + collection).toURI());
      try (Stream<Path> files = Files.list(sample)) {
        return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      }
    } catch (IOException | URISyntaxException missing) {
      throw new AssertionError(missing);
    }
  }

  private static List<JsonNode> found(SmallWorkspace workspace) {
    return Features.of(workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson")).stream()
        .map(feature -> feature.path("properties"))
        .toList();
  }

  private static JsonNode coverage(SmallWorkspace workspace) {
    return Features.site(workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson"), "alpha");
  }

  private JsonNode onlyFinding(String collection, String sensor) {
    var workspace = workspace();
    workspace.add(samples(collection)).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    List<JsonNode> found = found(workspace);
    assertEquals(1, found.size(), found.toString());
    assertEquals(sensor, found.get(0).path("sensors").asText());
    assertEquals(4, found.get(0).path("history_looks").asInt());
    return coverage(workspace);
  }

  /** The saturated pixel in the middle and the pixels around it do not speak. */
  @Test
  void landsatIsReadByItsQualityBits() {
    JsonNode site = onlyFinding(LANDSAT, "landsat-oli-c2-l2");
    double clear = site.path("clear_share").asDouble();
    assertTrue(clear > 0.7 && clear < 0.9, site.toString());
  }

  @Test
  void planetScopeIsReadByItsMaskOfManyBands() {
    JsonNode site = onlyFinding("PSScene", "planetscope-sr");
    assertEquals(1.0, site.path("clear_share").asDouble());
    assertTrue(!site.path("notes").asText().contains("mask: none"), site.toString());
  }

  @Test
  void twoTracksOfRadarAreTwoSeries() {
    var workspace = workspace();
    workspace.add(samples(RADAR)).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    List<JsonNode> found = found(workspace);
    assertEquals(2, found.size(), found.toString());
    found.forEach(one -> assertEquals(4, one.path("history_looks").asInt(), one.toString()));
    assertEquals(
        "sentinel-1-rtc:ascending-track-55, sentinel-1-rtc:descending-track-128: each judged by"
            + " itself, never compared with another",
        coverage(workspace).path("notes").asText());
  }

  @Test
  void landsatAndSentinel2OverOneSiteAreTwoSeries() {
    var workspace = workspace();
    workspace.add(workspace.writePasses()).exits(0);
    workspace.add(samples(LANDSAT)).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    var sensors = new TreeSet<String>();
    found(workspace).forEach(one -> sensors.add(one.path("sensors").asText()));
    assertEquals(new TreeSet<>(List.of("landsat-oli-c2-l2", "sentinel-2-l2a")), sensors);
    assertTrue(
        coverage(workspace).path("notes").asText().contains("landsat-oli-c2-l2, sentinel-2-l2a"),
        coverage(workspace).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sideways"})
  void radarOfAnUnknownTrackIsRefused(String direction) {
    Path sample = samples(RADAR).get(0);
    ObjectNode item = SmallScenes.read(sample);
    ((ObjectNode) item.path("properties")).put("sat:orbit_state", direction);
    item.path("assets")
        .forEach(
            asset ->
                ((ObjectNode) asset)
                    .put("href", sample.resolveSibling(asset.path("href").asText()).toString()));
    Path odd = SmallScenes.write(folder.resolve("odd/item.json"), item);
    var ran = workspace().run("ingest", "add", odd, "--allow-root", sample.getParent());
    ran.exits(4);
    assertTrue(ran.err().contains("expected sat:orbit_state (ascending or descending)"), ran.err());
  }

  @Test
  void ofOneAcquisitionTheNewestBaselineIsReadAndTheReportSaysSo() {
    var workspace = workspace();
    SmallScenes scenes = workspace.scenes();
    var items = new ArrayList<Path>(workspace.writePasses());
    String day = DAYS.get(4);
    Path older = scenes.pass("S2_older", day + "T04:10:31Z", SmallScenes.standardGrid(), false);
    ObjectNode item = SmallScenes.read(older);
    ((ObjectNode) item.path("properties")).put("s2:processing_baseline", "04.00");
    items.add(0, SmallScenes.write(older, item));
    workspace.add(items).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    assertEquals(1, found(workspace).size());
    JsonNode site = coverage(workspace);
    assertEquals(1, site.path("looks_seen").asInt(), site.toString());
    String expected =
        "S2_older: left aside for S2_20240911 of the same acquisition (baseline 04.00, kept 05.10)";
    assertTrue(site.path("notes").asText().contains(expected), site.toString());
  }

  @Test
  void numbersWithoutAScaleAreNotComparedWithNumbersThatHaveOne() {
    var workspace = workspace();
    var items = new ArrayList<Path>();
    for (int i = 0; i < 5; i++) {
      String day = DAYS.get(i);
      Path item =
          workspace
              .scenes()
              .generic("img_" + i, day + "T04:10:31Z", SmallScenes.standardGrid(), i == 4);
      if (i == 1) {
        ObjectNode raw = SmallScenes.read(item);
        ((ObjectNode) raw.at("/assets/image")).remove("raster:bands");
        SmallScenes.write(item, raw);
      }
      items.add(item);
    }
    workspace.add(items).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    assertEquals(3, found(workspace).get(0).path("history_looks").asInt());
    assertTrue(
        coverage(workspace)
            .path("notes")
            .asText()
            .contains("scene 'img_1': no scale is declared, but one is for the newest scene"),
        coverage(workspace).toString());
  }

  /** The flag of one scene of the week lies: it is not used, its reason is told, and exit is 5. */
  @Test
  void aLyingSceneIsQuarantinedWithItsReason() throws IOException {
    var workspace = workspace();
    List<Path> items = workspace.writePasses();
    ObjectNode item = SmallScenes.read(items.get(4));
    ((ObjectNode) item.path("properties")).put("earthsearch:boa_offset_applied", true);
    SmallScenes.write(items.get(4), item);
    workspace.add(items).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(5);
    assertEquals(List.of(), found(workspace));
    JsonNode site = coverage(workspace);
    assertEquals(1, site.path("looks_failed").asInt(), site.toString());
    assertEquals(
        "Could not look: scene 'S2_20240911' is in quarantine: the darkest 5 % of its clear pixels"
            + " lie 0.10 above what the site's other scenes show, in all bands alike (offset 0: the"
            + " item says it is applied); the offset is probably wrong.",
        site.path("why_not").asText());
    String manifest = Files.readString(workspace.runDirectory(FIRST_WEEK).resolve("run.json"));
    assertTrue(manifest.contains("S2_20240911: left out: scene 'S2_20240911' is in quarantine"));
    assertTrue(manifest.contains("offset 0: the item says it is applied"));
    // The run stands, as the same inputs give the same notes; "could not look" stands with it.
    Ran again = workspace.scanWeek(FIRST_WEEK).exits(5);
    again.says("same inputs", "2024-W37 is partial", "site 'alpha': Could not look: scene");
    String told = workspace.run("status", "-v").exits(0).out();
    assertTrue(told.contains("is partial: 1 site could not be looked at, 1 look failed"), told);
    assertTrue(told.contains("failed: site 'alpha': Could not look: scene 'S2_20240911'"), told);
    workspace.run("detect", "--week", FIRST_WEEK).exits(5).says("1 look failed");
    told = workspace.run("scan", "--week", FIRST_WEEK, "--json").exits(5).out();
    assertTrue(
        told.contains("\"unchanged\":true,\"sites\":{\"failed\":1},\"looks\":{\"failed\":1}"),
        told);
    workspace.run("report", "--run", FIRST_WEEK).exits(5).says("2024-W37 is partial");
    workspace.run("ingest", "add", items.get(4), "--boa-offset-dn", "-1000", "--force").exits(0);
    workspace.scanWeek(FIRST_WEEK, "--force").exits(0);
    assertEquals(1, found(workspace).size(), "the user's word mends it");
  }
}
