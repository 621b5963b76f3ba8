package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken registry entry is never mended in silence and costs no other site anything. */
class HostileRegistryTest {
  private static final int INVALID = 3;
  private static final int PARTIAL = 5;

  @TempDir static Path shared;
  static SmallWorkspace registered;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void register() {
    registered = SmallWorkspace.registered(shared.resolve("registered"));
  }

  @BeforeEach
  void copy() {
    workspace = registered.copyTo(folder.resolve("workspace"));
  }

  private Ran importing(ObjectNode site, Object... options) {
    Path file = SmallSites.write(folder.resolve("more.geojson"), List.of(site));
    var words = new ArrayList<Object>(List.of(file));
    words.addAll(List.of(options));
    return workspace.run("sites", "import", words.toArray());
  }

  private void refusesToImport(ObjectNode site, Object... words) throws IOException {
    String before = Files.readString(workspace.registry());
    importing(site).refuses(INVALID, words).says("nothing was imported");
    assertEquals(before, Files.readString(workspace.registry()));
  }

  /** What a planner's editor may leave behind. */
  private void editRegistry(ObjectNode... more) {
    var sites = new ArrayList<>(SmallSites.standard());
    sites.addAll(List.of(more));
    SmallSites.write(workspace.registry(), sites);
  }

  private Path coverage() {
    return workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson");
  }

  @Test
  void aBowTieIsRefusedWithItsPlace() throws IOException {
    refusesToImport(SmallSites.bowTie("tie"), "tie", "102.35", "47.25");
  }

  @Test
  void metresInALonLatFileAreRefusedWithAGuess() throws IOException {
    refusesToImport(
        SmallSites.feature(
            "metres", 300_400, 5_239_400, 300_600, 5_239_400, 300_600, 5_239_600, 300_400,
            5_239_400),
        "metres");
  }

  @Test
  void withSkipInvalidTheOthersAreImported() {
    Path file =
        SmallSites.write(
            folder.resolve("mixed.geojson"),
            List.of(
                SmallSites.bowTie("tie"),
                SmallSites.square("delta", SmallScenes.NORTH_48, 301_500, 5_238_500)));
    workspace.run("sites", "import", file, "--skip-invalid").exits(PARTIAL).says("tie");
    String list = workspace.run("sites", "list").exits(0).out();
    assertTrue(list.contains("delta") && !list.contains("tie"), list);
  }

  @Test
  void aFileThatIsNotThereIsUnavailable() {
    workspace
        .run("sites", "import", folder.resolve("nowhere.geojson"))
        .refuses(4, "nowhere.geojson");
  }

  @Test
  void brokenJsonIsInvalidAndSaysWhere() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.geojson"), "{\"type\":\"Feature");
    workspace.run("sites", "import", file).refuses(INVALID, "broken.geojson", "line 1");
  }

  @Test
  @Tag("slow")
  void aBowTieInTheWorkspaceFailsAloneAtScan() {
    editRegistry(SmallSites.bowTie("tie"));
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL).says("warning: ", "tie", "102.35");
    JsonNode site = Features.site(coverage(), "tie");
    assertEquals("failed", site.path("state").asText(), site.toString());
    assertTrue(site.path("why_not").asText().contains("102.35"), site.toString());
    assertEquals("seen", Features.site(coverage(), "alpha").path("state").asText());
  }

  @Test
  @Tag("slow")
  void anEntryWithoutIdIsNotLost() {
    ObjectNode nameless = SmallSites.square("", SmallScenes.NORTH_48, 301_500, 5_238_500);
    editRegistry(nameless);
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL).says("warning: ", "feature 4", "no id");
    assertEquals("failed", Features.site(coverage(), "").path("state").asText());
    assertEquals("seen", Features.site(coverage(), "alpha").path("state").asText());
  }

  @Test
  @Tag("slow")
  void aRunOfSomeSitesSaysNothingOfOthersAndLeavesTheWeekToAll() throws IOException {
    editRegistry(SmallSites.bowTie("tie"));
    workspace.scanWeek(FIRST_WEEK, "--sites", "alpha,beta").exits(0);
    try (Stream<Path> runs = Files.list(workspace.root().resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow();
      assertTrue(run.getFileName().toString().startsWith(FIRST_WEEK + "_sites-"), run.toString());
      assertEquals(2, Features.of(run.resolve("coverage.geojson")).size());
    }
    workspace.scanWeek(FIRST_WEEK).exits(5);
    assertEquals(4, Features.of(coverage()).size());
  }

  @Test
  void importingIntoABrokenRegistryLosesNothing() throws IOException {
    editRegistry(SmallSites.bowTie("tie"));
    String before = Files.readString(workspace.registry());
    importing(SmallSites.square("delta", SmallScenes.NORTH_48, 301_500, 5_238_500))
        .refuses(INVALID, "sites check");
    assertEquals(before, Files.readString(workspace.registry()));
  }

  @Test
  void aRegistryWithoutAnyUsableSiteIsInvalid() {
    SmallSites.write(workspace.registry(), List.of(SmallSites.bowTie("tie")));
    workspace.scanWeek(FIRST_WEEK).refuses(INVALID, "no usable site", "sites check");
  }

  @Test
  void anEmptyRegistryIsInvalid() {
    SmallSites.write(workspace.registry(), List.of());
    workspace.scanWeek(FIRST_WEEK).refuses(INVALID, "no usable site");
  }

  @Test
  void aMissingRegistryIsInvalid() throws IOException {
    Files.delete(workspace.registry());
    workspace.scanWeek(FIRST_WEEK).refuses(INVALID, "sites import");
  }

  @Test
  void aSiteThatIsNotRegisteredIsAUsageError() {
    workspace.scanWeek(FIRST_WEEK, "--sites", "alpha,atlantis").refuses(2, "atlantis");
  }

  @Test
  void listAndExportNeedARegistry() throws IOException {
    Files.delete(workspace.registry());
    workspace.run("sites", "list").refuses(INVALID, "sites import");
    workspace.run("sites", "check").refuses(INVALID, "sites import");
    workspace.run("sites", "export", folder.resolve("out.gpkg")).refuses(INVALID, "sites import");
  }

  @Test
  void theRegistryGoesOutAndComesBackTheSame() throws IOException {
    Path file = folder.resolve("out.gpkg");
    workspace.run("sites", "export", file).exits(0);
    workspace.run("sites", "export", file).refuses(2, "--force");
    String before = Files.readString(workspace.registry());
    workspace.run("sites", "import", file).exits(0).says("0 sites added");
    assertEquals(before, Files.readString(workspace.registry()));
  }
}
