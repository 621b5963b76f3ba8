package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Projection;

/**
 * The boundary of a site with a live disturbance is edited between two weeks: nothing comes or goes
 * without the next run saying so.
 */
@Tag("slow")
class BoundaryEditTest {
  private static final String PIT = "alpha-20240911-a";
  private static final int PARTIAL = 5;
  private static final String DISTURBANCES = "disturbances.geojson";
  private static final String NOT_TOLD =
      "Open in run " + FIRST_WEEK + ", shown as it was then, not told until mended: " + PIT;
  private static final String SAME_WINDOW = "\"new_window\":false";

  /** Metres of the zone: alpha as it was, 20 m wider, beside the pit, and far to the east. */
  private static final double[] WIDER = {
    300_380, 5_239_380, 300_620, 5_239_380, 300_620, 5_239_620, 300_380, 5_239_620
  };

  private static final double[] BESIDE_PIT = {
    300_400, 5_239_400, 300_600, 5_239_400, 300_600, 5_239_600, 300_560, 5_239_600, 300_560,
    5_239_440, 300_400, 5_239_440
  };

  private static final double[] FAR_WIDER = {
    300_400, 5_239_400, 300_900, 5_239_400, 300_900, 5_239_600, 300_400, 5_239_600
  };

  @TempDir static Path folder;
  static SmallWorkspace scanned;

  @BeforeAll
  static void scanTheWeekBefore() {
    scanned = SmallWorkspace.registered(folder.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @Test
  void anEditInsideTheWindowKeepsTheAlertAndIsTold() throws IOException {
    SmallWorkspace edited = edited("inside", site("alpha", WIDER));
    long tiles = tiles(edited);
    Ran second = edited.scanWeek(SECOND_WEEK).exits(0);
    assertEquals(List.of(PIT), ids(edited, SECOND_WEEK));
    assertFalse(disturbance(edited).path("is_new").asBoolean());
    assertEquals(FIRST_WEEK, disturbance(edited).path("published_in").asText());
    assertEquals(tiles + 3 * 3, tiles(edited), "the new look of three sites, nothing else is cut");
    String note = note(edited, "alpha");
    String told = "boundary edited after run " + FIRST_WEEK + " (registry ";
    assertTrue(note.contains(told), note);
    assertTrue(note.contains("area 39993 → 57590 m² (+44.00 %)"), note);
    assertTrue(note.endsWith("entered because of it: none, left because of it: none"), note);
    second.says("registry: site 'alpha' " + told);
    JsonNode change = change(edited, "alpha");
    assertEquals(version(scanned, FIRST_WEEK), change.path("registry_before").asText());
    assertEquals(version(edited, SECOND_WEEK), change.path("registry_after").asText());
    assertTrue(change.toString().contains(SAME_WINDOW), change.toString());
    assertFalse(note(edited, "beta").contains("edited"));
  }

  @Test
  void whatABoundaryLeavesOutIsNamed() {
    SmallWorkspace edited = edited("beside", site("alpha", BESIDE_PIT));
    edited.scanWeek(SECOND_WEEK).exits(0).says("left because of it: " + PIT);
    assertEquals(List.of(), ids(edited, SECOND_WEEK));
    assertTrue(note(edited, "alpha").contains("entered because of it: none"));
    assertEquals(PIT, change(edited, "alpha").path("left").path(0).asText());
    edited.add(List.of(edited.scenes().pass("2024-09-25", true))).exits(0);
    Ran third = edited.scanWeek("2024-W39").exits(0);
    assertFalse(third.err().contains("registry: "), third::err);
    assertFalse(Files.exists(changes(edited, "2024-W39")));
  }

  @Test
  void whatABoundaryTakesInIsNamedAndNotNew() {
    SmallWorkspace before = scanned.copyTo(folder.resolve("taken-in"));
    before = edited(before, site("alpha", BESIDE_PIT));
    before.scanWeek(FIRST_WEEK, "--force").exits(0);
    SmallWorkspace edited = edited(before, site("alpha", WIDER));
    edited.scanWeek(SECOND_WEEK).exits(0).says("entered because of it: " + PIT);
    assertEquals(List.of(PIT), ids(edited, SECOND_WEEK));
    assertFalse(disturbance(edited).path("is_new").asBoolean());
    assertEquals(SECOND_WEEK, disturbance(edited).path("published_in").asText());
  }

  /** What was open there is not "gone", and comes back once the outline is mended. */
  @Test
  void aSiteWhoseOutlineWasBrokenIsToldAsTheRunBeforeKnewIt() throws IOException {
    SmallWorkspace broken = edited("broken", SmallSites.bowTie("alpha"));
    broken.scanWeek(SECOND_WEEK).exits(PARTIAL).says(NOT_TOLD);
    assertEquals(List.of(), ids(broken, SECOND_WEEK));
    JsonNode alpha = ledger(broken, SECOND_WEEK);
    JsonNode before = ledger(scanned, FIRST_WEEK);
    assertEquals("failed", alpha.path("state").asText());
    for (String same : List.of("site_name", "priority", "last_clear")) {
      assertEquals(before.path(same), alpha.path(same), same);
    }
    for (String file : List.of("coverage.geojson", "zones.geojson")) {
      assertEquals(outlines(scanned, FIRST_WEEK, file), outlines(broken, SECOND_WEEK, file), file);
    }
    Ran compared = broken.run("compare", FIRST_WEEK, SECOND_WEEK).exits(0);
    assertTrue(compared.out().contains("gone: 0\nnot_looked_at: 1\n  " + PIT), compared::out);
    broken.run("verify", "--rederive", SECOND_WEEK).exits(0);

    broken.add(List.of(broken.scenes().pass("2024-09-25", true))).exits(0);
    broken.scanWeek("2024-W39").exits(PARTIAL).says(NOT_TOLD);
    SmallWorkspace mended = edited(broken, site("alpha", WIDER));
    mended.scanWeek("2024-W39", "--force").exits(0);
    JsonNode pit =
        Features.of(mended.runDirectory("2024-W39").resolve(DISTURBANCES))
            .get(0)
            .path("properties");
    assertEquals(PIT, pit.path("id").asText());
    assertEquals(FIRST_WEEK, pit.path("published_in").asText());
    assertFalse(pit.path("is_new").asBoolean());
    Ran back = mended.run("compare", SECOND_WEEK, "2024-W39").exits(0);
    assertTrue(back.out().contains("new: 0\ngone: 0\nnot_looked_at: 1\n  " + PIT), back::out);
  }

  @Test
  void aSiteThatIsRemovedWhileItsOutlineIsBrokenIsToldAsRemoved() {
    SmallWorkspace broken = edited("broken-removed", SmallSites.bowTie("alpha"));
    broken.scanWeek(SECOND_WEEK).exits(PARTIAL);
    broken.add(List.of(broken.scenes().pass("2024-09-25", true))).exits(0);
    edited(broken)
        .scanWeek("2024-W39")
        .exits(0)
        .says(
            "registry: site 'alpha' removed after run " + FIRST_WEEK, "left because of it: " + PIT);
  }

  @Test
  void whatAVerdictPutAsideIsNotOpenAtASiteWhoseOutlineIsBroken() throws IOException {
    SmallWorkspace broken = edited("broken-dismissed", SmallSites.bowTie("alpha"));
    Path verdicts =
        Files.writeString(
            folder.resolve("verdicts.csv"),
            "id,verdict,verified_on\n" + PIT + ",false_alarm,2024-09-14\n");
    broken.run("review", "import", verdicts).exits(0);
    Ran second = broken.scanWeek(SECOND_WEEK).exits(PARTIAL);
    second.says("Last judged in run " + FIRST_WEEK + ", shown as it was then.");
    assertFalse(second.err().contains("not told"), second::err);
  }

  /** Neither costs the other sites their run. */
  @Test
  void whatWasKnownOfABrokenSiteMayBeLost() throws IOException {
    SmallWorkspace unkept = edited("broken-unkept", SmallSites.bowTie("alpha"));
    FileTree.delete(unkept.root().resolve("registry"));
    unkept
        .scanWeek(SECOND_WEEK)
        .exits(PARTIAL)
        .says("Open in run " + FIRST_WEEK + ", not told until mended: " + PIT);
    assertTrue(outlines(unkept, SECOND_WEEK, "coverage.geojson").contains("null"));
    SmallWorkspace damaged = edited("broken-damaged", SmallSites.bowTie("alpha"));
    Path ledger = damaged.runDirectory(FIRST_WEEK).resolve("coverage.geojson");
    Files.writeString(ledger, Files.readString(ledger).replaceAll("(last_clear\":\"....)-", "$1x"));
    damaged.scanWeek(SECOND_WEEK).exits(PARTIAL).says("of site 'alpha' is not told: ", "no day");
  }

  @Test
  void anEditThatLeavesTheWindowReadsTheOldScenesAgain() {
    SmallWorkspace edited = edited("window", site("alpha", FAR_WIDER));
    edited.scanWeek(SECOND_WEEK).exits(0).says(", another window, its looks are judged again");
    assertEquals(List.of(PIT), ids(edited, SECOND_WEEK));
    assertEquals(FIRST_WEEK, disturbance(edited).path("published_in").asText());
  }

  @Test
  void scenesThatAreGoneForTheNewWindowAreCountedAndTheAlertIsNamed() throws IOException {
    SmallWorkspace edited = edited("gone", site("alpha", FAR_WIDER));
    for (String day : SmallWorkspace.DAYS.subList(0, 5)) {
      try (Stream<Path> all = Files.walk(edited.root().resolve("imagery"))) {
        for (Path tiff :
            all.filter(one -> one.toString().contains(day.replace("-", ""))).toList()) {
          if (tiff.toString().endsWith(".tif")) {
            Files.delete(tiff);
          }
        }
      }
    }
    Ran second = edited.scanWeek(SECOND_WEEK).exits(5);
    second.says("another window that has 5 looks fewer than the 5 known then");
    second.says("left because of it: " + PIT);
  }

  @Test
  void aRemovedSiteIsToldWithItsLiveAlerts() {
    SmallWorkspace edited = edited(scanned.copyTo(folder.resolve("removed")));
    Ran second = edited.scanWeek(SECOND_WEEK, "--json").exits(0);
    second.says(
        "registry: site 'alpha' removed after run " + FIRST_WEEK, "left because of it: " + PIT);
    assertTrue(second.out().contains("\"change\":\"removed\""), second.out());
    assertEquals("removed", change(edited, "alpha").path("change").asText());
    assertEquals("39992.9", change(edited, "alpha").path("area_before_m2").asText());
  }

  @Test
  void aRenamedSiteIsToldUnderBothNames() {
    SmallWorkspace edited =
        edited("renamed", SmallSites.square("alef", SmallScenes.NORTH_48, 300_500, 5_239_500));
    Ran second = edited.scanWeek(SECOND_WEEK).exits(0);
    second.says("registry: site 'alef' renamed after run " + FIRST_WEEK, "was 'alpha'");
    String note = note(edited, "alef");
    assertTrue(
        note.endsWith("entered because of it: alef-20240911-a, left because of it: " + PIT), note);
    assertFalse(disturbance(edited).path("is_new").asBoolean());
  }

  @Test
  void anAddedSiteTellsWhatBeganBeforeItWasWatched() {
    SmallWorkspace alone = SmallWorkspace.empty(folder.resolve("added"));
    SmallSites.write(alone.registry(), SmallSites.standard().subList(1, 3));
    alone.add(alone.writePasses()).exits(0);
    alone.scanWeek(FIRST_WEEK).exits(0);
    SmallSites.write(alone.registry(), SmallSites.standard());
    Ran second = alone.scanWeek(SECOND_WEEK).exits(0);
    second.says("registry: site 'alpha' added after run", "entered because of it: " + PIT);
  }

  @Test
  void aVersionThatIsNotKeptIsSaidToBeUnknown() throws IOException {
    SmallWorkspace edited = edited("unknown", site("alpha", WIDER));
    FileTree.delete(edited.root().resolve("registry"));
    edited.scanWeek(SECOND_WEEK).exits(0).says("what was edited cannot be told");
  }

  @Test
  void aRegistryThatIsTheSameSaysNothing() {
    SmallWorkspace same = scanned.copyTo(folder.resolve("same"));
    Ran second = same.scanWeek(SECOND_WEEK).exits(0);
    assertFalse(second.err().contains("registry: "), second::err);
    assertFalse(Files.exists(changes(same, SECOND_WEEK)));
    assertTrue(
        Files.exists(
            same.root().resolve("registry").resolve(version(same, SECOND_WEEK) + ".geojson")));
  }

  private static SmallWorkspace edited(String name, ObjectNode alpha) {
    return edited(scanned.copyTo(folder.resolve(name)), alpha);
  }

  /** The registry with other sites in alpha's place. */
  private static SmallWorkspace edited(SmallWorkspace workspace, ObjectNode... alpha) {
    List<ObjectNode> others = SmallSites.standard().subList(1, 3);
    SmallSites.write(
        workspace.registry(), Stream.concat(Stream.of(alpha), others.stream()).toList());
    return workspace;
  }

  /** Corners in metres, not closed. */
  private static ObjectNode site(String id, double... corners) {
    double[] ring = java.util.Arrays.copyOf(corners, corners.length + 2);
    ring[corners.length] = ring[0];
    ring[corners.length + 1] = ring[1];
    Projection.ofEpsg(SmallScenes.NORTH_48).toLonLat(ring);
    return SmallSites.feature(id, ring);
  }

  private static List<String> ids(SmallWorkspace workspace, String run) {
    return Features.of(workspace.runDirectory(run).resolve(DISTURBANCES)).stream()
        .map(one -> one.path("properties").path("id").asText())
        .toList();
  }

  private static JsonNode disturbance(SmallWorkspace workspace) {
    Path report = workspace.runDirectory(SECOND_WEEK).resolve(DISTURBANCES);
    return Features.of(report).get(0).path("properties");
  }

  private static JsonNode ledger(SmallWorkspace workspace, String run) {
    return Features.site(workspace.runDirectory(run).resolve("coverage.geojson"), "alpha");
  }

  /** Of alpha, as they are written. */
  private static String outlines(SmallWorkspace workspace, String run, String file)
      throws IOException {
    return Files.readAllLines(workspace.runDirectory(run).resolve(file)).stream()
        .filter(line -> line.contains("\"site_id\":\"alpha\""))
        .map(line -> line.replaceAll(".*\"geometry\":(null|\\{.*?}).*", "$1"))
        .collect(Collectors.joining());
  }

  private static String note(SmallWorkspace workspace, String siteId) {
    Path coverage = workspace.runDirectory(SECOND_WEEK).resolve("coverage.geojson");
    return Features.site(coverage, siteId).path("notes").asText();
  }

  private static JsonNode change(SmallWorkspace workspace, String siteId) {
    for (JsonNode one :
        SmallScenes.read(changes(workspace, SECOND_WEEK)).path("registry_changes")) {
      if (one.path("site_id").asText().equals(siteId)) {
        return one;
      }
    }
    throw new AssertionError("no change of site '" + siteId + "'");
  }

  private static Path changes(SmallWorkspace workspace, String run) {
    return workspace.runDirectory(run).resolve("registry_changes.json");
  }

  private static String version(SmallWorkspace workspace, String run) {
    JsonNode manifest = SmallScenes.read(workspace.runDirectory(run).resolve("run.json"));
    return manifest
        .path("inputs")
        .path("registry_sha256")
        .asText(manifest.path("registry_sha256").asText());
  }

  private static long tiles(SmallWorkspace workspace) throws IOException {
    try (Stream<Path> all = Files.walk(workspace.root().resolve("tiles"))) {
      return all.filter(one -> one.toString().endsWith(".tif")).count();
    }
  }
}
