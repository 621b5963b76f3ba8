package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.PixelGrid;

/** Scenes that are broken, or lie, cost one sentence and what hangs on them, nothing else. */
class HostileScenesTest {
  private static final String BROKEN = "S2_20240911";
  private static final int UNAVAILABLE = 4;
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

  private Path image(String key) {
    return workspace.scenes().file(BROKEN, key);
  }

  private Path newPass() {
    return workspace.scenes().pass("2024-09-19", true);
  }

  /** A new pass whose item was changed is refused with these words, and nothing of it is kept. */
  private void refusesAnItem(Consumer<ObjectNode> change, Object... words) {
    Path item = newPass();
    ObjectNode document = SmallScenes.read(item);
    change.accept(document);
    SmallScenes.write(item, document);
    refusesToAdd(item, words);
  }

  private void refusesToAdd(Path item, Object... words) {
    Ran ran = workspace.add(List.of(item)).exits(UNAVAILABLE).says(words);
    assertEquals(1, ran.err().lines().filter(line -> line.startsWith("warning: ")).count());
    assertFalse(Files.exists(workspace.root().resolve("scenes/S2_20240919.json")));
  }

  @Test
  void aTruncatedImageIsRefused() throws IOException {
    Path item = newPass();
    truncate(workspace.scenes().file("S2_20240919", "red"));
    refusesToAdd(item, "S2_20240919", "red.tif");
  }

  @Test
  void theSoundScenesOfACommandAreKept() throws IOException {
    Path broken = newPass();
    truncate(workspace.scenes().file("S2_20240919", "red"));
    Path sound = workspace.scenes().pass("2024-09-20", true);
    workspace.add(List.of(broken, sound)).exits(PARTIAL).says("1 scene added", "1 refused");
    assertTrue(Files.exists(workspace.root().resolve("scenes/S2_20240920.json")));
    assertFalse(Files.exists(workspace.root().resolve("scenes/S2_20240919.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'FeatureCollection'}",
        "{'type': 'Catalog', 'id': 'c', 'links': []}",
        "{'type': 'Collection', 'id': 'c', 'links': [{'rel': 'self', 'href': './empty.json'}]}"
      })
  void aCatalogWithoutASceneIsNotTakenForDone(String document) throws IOException {
    Path empty = workspace.root().resolve("imagery/empty.json");
    Files.writeString(empty, document.replace('\'', '"'));
    refusesToAdd(empty, "empty.json: no item in it, expected at least one scene");
    Path outer = workspace.root().resolve("imagery/outer.json");
    String linked = "{'type': 'Catalog', 'links': [{'rel': 'child', 'href': 'empty.json'}]}";
    Files.writeString(outer, linked.replace('\'', '"'));
    refusesToAdd(outer, "outer.json: no item in it nor in the 1 documents it links to");
    Path sound = workspace.scenes().pass("2024-09-20", true);
    workspace.add(List.of(empty, sound)).exits(PARTIAL).says("1 scene added", "1 refused");
  }

  /** That is what a search saves that found nothing. */
  @Test
  void anEmptyItemCollectionIsNoMistake() throws IOException {
    Path none = workspace.root().resolve("imagery/none.json");
    Files.writeString(none, "{\"type\": \"FeatureCollection\", \"features\": []}");
    workspace.add(List.of(none)).exits(0).says("0 scenes added");
  }

  @Test
  void anImageThatPromisesTwoToThe31PixelsIsRefused() throws IOException {
    Path item = newPass();
    promisePixels(workspace.scenes().file("S2_20240919", "red"), 65_536, 32_768);
    refusesToAdd(item, "S2_20240919", "red.tif");
  }

  @Test
  void anItemWithoutDatetimeIsRefused() {
    refusesAnItem(
        item -> ((ObjectNode) item.path("properties")).remove("datetime"),
        "S2_20240919",
        "has no datetime");
  }

  @Test
  void anHrefThatDoesNotExistIsRefused() {
    refusesAnItem(item -> setHref(item, "./nowhere.tif"), "S2_20240919", "nowhere.tif");
  }

  @Test
  void anHrefThatClimbsOutIsRefused() {
    refusesAnItem(
        item -> setHref(item, "../../../etc/passwd"), "S2_20240919", "leads out", "--allow-root");
  }

  @Test
  void anHrefToAnAbsolutePlaceIsRefused() {
    refusesAnItem(item -> setHref(item, "file:///etc/passwd"), "leads out");
  }

  @Test
  void anItemThatSaysAnotherCrsThanItsFileIsRefused() {
    refusesAnItem(
        item -> ((ObjectNode) item.path("assets").path("red")).put("proj:epsg", 32647),
        "S2_20240919",
        "EPSG:32648",
        "EPSG:32647");
  }

  @Test
  void anItemOfAnotherSizeThanItsFileIsRefused() {
    refusesAnItem(
        item -> {
          var red = (ObjectNode) item.path("assets").path("red");
          red.putArray("proj:shape").add(1_000_000_000).add(1_000_000_000);
        },
        "200x200",
        "1000000000x1000000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog",
        "evil\u001b[2J",
        "two\nlines",
        "tsr\u202efit.S2",
        "two\u2028lines",
        "zero\u200bwidth"
      })
  void anIdThatCannotNameAFileOrALineIsRefused(String id) {
    refusesAnItem(item -> item.put("id", id), "scene '" + id.substring(0, 3), "an id must");
  }

  @Test
  void anItemOfHalfACharacterIsRefused() throws IOException {
    Path item = newPass();
    String text = Files.readString(item);
    Files.writeString(item, text.replace("\"S2_20240919\"", "\"S2_\\ud800\""));
    workspace.add(List.of(item)).exits(UNAVAILABLE).says("scene 'S2_?'", "an id must");
    Files.writeString(item, text.replace("\"sentinel-2-l2a\"", "\"s2\\ud800\""));
    workspace.add(List.of(item)).exits(UNAVAILABLE).says("S2_20240919", "halves of characters");
  }

  @Test
  void anItemWhoseIdIsNullIsRefused() {
    refusesAnItem(item -> item.putNull("id"), "is not a STAC Item");
  }

  @Test
  void aKindWithoutAnEndIsQuotedInPart() {
    refusesAnItem(
        item -> item.put("type", "Feature".repeat(9_000)),
        "type is 'FeatureFeature",
        "…', expected Feature, FeatureCollection, Catalog or Collection");
  }

  @Test
  void whatADocumentSaysDoesNotMoveTheTerminalsCursor() {
    refusesAnItem(
        item -> ((ObjectNode) item.path("properties")).put("datetime", "2024\n\u001b[2Jdone"),
        "datetime '2024 [2Jdone'");
  }

  @Test
  void aTransformOfAnotherPixelSizeThanTheFilesIsRefused() {
    refusesAnItem(
        item -> {
          var red = (ObjectNode) item.path("assets").path("red");
          red.put("proj:epsg", 32648).putArray("proj:shape").add(200).add(200);
          var transform = red.putArray("proj:transform");
          for (double number : new double[] {20, 0, 300_000, 0, -20, 5_240_000}) {
            transform.add(number);
          }
        },
        "lies 200.00 columns and");
  }

  @Test
  void aGridThatIsNoListOfNumbersIsRefused() {
    refusesAnItem(
        item -> {
          var red = (ObjectNode) item.path("assets").path("red");
          red.put("proj:epsg", 32648).putObject("proj:shape").put("rows", 200).put("columns", 200);
          red.putArray("proj:transform").add(10).add(0).add(300_000).add(0).add(-10).add(5_240_000);
        },
        "S2_20240919",
        "lists of numbers");
  }

  @Test
  void aScaleThatIsNoNumberIsRefused() {
    refusesAnItem(
        item -> setScale(item, JsonNodeFactory.instance.textNode("one in ten thousand")),
        "scale must be a number");
  }

  /** Else all codes would pass for reflectances of thousands. */
  @Test
  void aScaleOfNullIsNone() {
    Path item = newPass();
    ObjectNode document = SmallScenes.read(item);
    setScale(document, JsonNodeFactory.instance.nullNode());
    SmallScenes.write(item, document);
    workspace.add(List.of(item)).exits(0);
    Path kept = workspace.root().resolve("scenes/S2_20240919.json");
    JsonNode raster = SmallScenes.read(kept).at("/assets/red/raster:bands/0");
    assertEquals(1e-4, raster.path("scale").asDouble());
    assertEquals(-0.1, raster.path("offset").asDouble());
  }

  @Test
  void aPortThatThereIsNotIsRefused() {
    refusesAnItem(item -> setHref(item, "http://127.0.0.1:99999/red.tif"), "port 99999 is none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
  void anItemFromAnotherAgeIsRefused(String datetime) {
    refusesAnItem(
        item -> ((ObjectNode) item.path("properties")).put("datetime", datetime), "its year");
  }

  @Test
  void aSceneThatIsRegisteredTwiceIsNamed() throws IOException {
    Path scenes = workspace.root().resolve("scenes");
    Files.copy(scenes.resolve(BROKEN + ".json"), scenes.resolve("copy.json"));
    workspace.run("plan", "--quiet").refuses(UNAVAILABLE, BROKEN, "twice");
  }

  @Test
  void aDocumentThatIsNotJsonIsRefused() throws IOException {
    Path item = Files.writeString(folder.resolve("items.json"), "{\"type\": \"Feature\"");
    refusesToAdd(item, "items.json");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    refusesToAdd(folder.resolve("nowhere.json"), "nowhere.json");
  }

  @Test
  void aBareImageWithTooFewBandNamesIsRefused() {
    Ran ran =
        workspace.run(
            "ingest", "add", image("red"), "--datetime", "2024-09-19", "--bands", "red,nir");
    ran.exits(UNAVAILABLE).says("red.tif", "1 band");
  }

  @Test
  void aBareImageNeedsADate() {
    workspace.run("ingest", "add", image("red"), "--bands", "red").refuses(2, "--datetime");
  }

  @Test
  void aSceneOfTheSameIdThatDiffersNeedsForce() {
    Path item = workspace.scenes().pass(BROKEN, "2024-09-11T05:00:00Z", shifted(), true);
    workspace.add(List.of(item)).exits(UNAVAILABLE).says(BROKEN, "--force");
    workspace.run("ingest", "add", item, "--force").exits(0);
  }

  @Test
  @Tag("slow")
  void anImageTruncatedAfterItWasRegisteredFailsWhereItsBlocksAreGone() throws IOException {
    truncate(image("red"));
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL).says(BROKEN, "red.tif", "fetch it again");
    JsonNode site = Features.site(coverage(), "gamma");
    assertEquals("failed", site.path("state").asText(), site.toString());
    assertTrue(site.path("why_not").asText().contains(BROKEN), site.toString());
    assertEquals("seen", Features.site(coverage(), "alpha").path("state").asText());
  }

  @Test
  @Tag("slow")
  void anImageThatVanishedFailsItsLookOnly() throws IOException {
    Files.delete(image("red"));
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL).says(BROKEN, "red.tif");
    assertEquals("failed", Features.site(coverage(), "beta").path("state").asText());
  }

  @Test
  @Tag("slow")
  void aFolderInPlaceOfAnImageIsSaid() throws IOException {
    Files.delete(image("red"));
    Files.createDirectory(image("red"));
    String cure = "red.tif: is a folder, expected an image; put it back or fetch it again";
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL).says(BROKEN, cure);
  }

  @Test
  @Tag("slow")
  void brokenHistoryIsSaidAndTheWeekIsJudgedAllTheSame() throws IOException {
    truncate(workspace.scenes().file("S2_20240802", "red"));
    Ran ran = workspace.scanWeek(FIRST_WEEK).says("S2_20240802");
    ran.exits(PARTIAL);
    assertEquals("seen", Features.site(coverage(), "alpha").path("state").asText());
  }

  @Test
  void aTileLostFromTheHistoryIsInTheRun() throws IOException {
    workspace.scanWeek(FIRST_WEEK).exits(0);
    truncate(storedTile("alpha", "S2_20240802"));
    for (String band : List.of("blue", "green", "red", "nir", "swir16", "swir22")) {
      truncate(workspace.scenes().file("S2_20240802", band)); // else it is cut again
    }
    workspace.scanWeek(FIRST_WEEK, "--force").exits(PARTIAL);
    Path run = coverage().resolveSibling("run.json");
    String told = Files.readString(run);
    assertTrue(told.contains("S2_20240802: left out of the history: "), told);
  }

  private Path storedTile(String site, String scene) throws IOException {
    try (var files = Files.walk(workspace.root().resolve("tiles").resolve(site))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(scene))
          .filter(file -> !file.toString().contains("mask"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  @Tag("slow")
  void aMendedImageIsReadByTheNextScan() throws IOException {
    byte[] sound = Files.readAllBytes(image("red"));
    truncate(image("red"));
    workspace.scanWeek(FIRST_WEEK).exits(PARTIAL);
    Files.write(image("red"), sound);
    workspace.scanWeek(FIRST_WEEK).refuses(2, FIRST_WEEK, "--force");
    workspace.scanWeek(FIRST_WEEK, "--force").exits(0);
    assertEquals("seen", Features.site(coverage(), "gamma").path("state").asText());
  }

  @Test
  @Tag("slow")
  void aSiteOutsideEverySceneIsInTheLedger() {
    var far = SmallSites.square("far", SmallScenes.NORTH_48, 330_000, 5_200_000);
    workspace.importSites(SmallSites.write(folder.resolve("far.geojson"), List.of(far)));
    workspace.scanWeek(FIRST_WEEK).exits(0);
    assertEquals("no_scene", Features.site(coverage(), "far").path("state").asText());
    assertEquals("seen", Features.site(coverage(), "alpha").path("state").asText());
  }

  private Path coverage() {
    return workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson");
  }

  private static PixelGrid shifted() {
    return PixelGrid.northUp(
        SmallScenes.NORTH_48, SmallScenes.WEST_M - 100, SmallScenes.NORTH_M, 10, 200, 200);
  }

  private static void setHref(ObjectNode item, String href) {
    ((ObjectNode) item.path("assets").path("red")).put("href", href);
  }

  private static void setScale(ObjectNode item, JsonNode value) {
    var red = (ObjectNode) item.path("assets").path("red");
    ObjectNode raster = red.putArray("raster:bands").addObject();
    raster.set("scale", value);
    raster.putNull("offset");
  }

  private static void truncate(Path file) throws IOException {
    try (var image = new RandomAccessFile(file.toFile(), "rw")) {
      image.setLength(image.length() / 2);
    }
  }

  /** Writes width and height into the first directory of a little-endian classic TIFF. */
  private static void promisePixels(Path file, int width, int height) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(4);
    int entries = bytes.getShort(directory);
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + 12 * entry;
      int tag = bytes.getShort(at) & 0xFFFF;
      if (tag == 256 || tag == 257) {
        bytes.putShort(at + 2, (short) 4);
        bytes.putInt(at + 8, tag == 256 ? width : height);
      }
    }
    Files.write(file, bytes.array());
  }
}
