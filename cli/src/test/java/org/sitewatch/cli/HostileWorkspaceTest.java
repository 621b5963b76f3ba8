package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.Sha256;

/** A workspace that was tampered with, is held, full, or not one at all. */
@Tag("slow")
class HostileWorkspaceTest {
  private static final int USAGE = 2;
  private static final int UNAVAILABLE = 4;
  private static final int PARTIAL = 5;
  private static final int INTEGRITY = 6;
  private static final int HELD = 7;

  @TempDir static Path shared;
  static SmallWorkspace scanned;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @BeforeEach
  void copy() {
    workspace = scanned.copyTo(folder.resolve("workspace"));
  }

  @Test
  void anUnknownSettingNamesTheNearest() throws IOException {
    settings("min_pixel = 3");
    workspace.scanWeek(SECOND_WEEK).refuses(USAGE, "min_pixel", "'min_pixels'");
  }

  @Test
  void aSettingThatIsNoNumberIsAUsageError() throws IOException {
    settings("min_pixels = many");
    workspace.scanWeek(SECOND_WEEK).refuses(USAGE, "min-pixels", "many");
  }

  @Test
  void aSettingsFileThatCannotBeReadIsAUsageError() throws IOException {
    settings("min_pixels = \\u00zz");
    workspace.scanWeek(SECOND_WEEK).refuses(USAGE, "sitewatch.properties");
  }

  @ParameterizedTest
  @CsvSource({
    "--week, 2024-W60, 2024-W60",
    "--week, 2021-W53, 2021-W53",
    "--week, tomorrow, tomorrow",
    "--week, '', --week",
    "--until, 2024-13-01, 2024-13-01",
    "--until, +999999999-12-31, +999999999-12-31",
    "--master, lokal[2], lokal",
    "--min-pixels, 0, min",
    "--mask-dilation-px, -1, -1",
    "--threads, -1, --threads",
  })
  void anImpossibleOptionIsAUsageError(String option, String value, String word) {
    workspace.run("scan", option, value).refuses(USAGE, word);
  }

  @Test
  void sinceMustBeBeforeUntil() {
    workspace
        .scan("--since", "2024-09-20", "--until", "2024-09-10")
        .refuses(USAGE, "--since", "2024-09-20");
    workspace.scan("--week", SECOND_WEEK, "--until", "2024-09-10").refuses(USAGE, "--week");
  }

  @Test
  void aFolderThatIsNoWorkspaceIsNamed() {
    Path elsewhere = folder.resolve("elsewhere");
    sitewatch("scan", "--workspace", elsewhere).refuses(USAGE, "elsewhere", "sitewatch init");
  }

  @Test
  void initRefusesAFolderWithSomethingInItAndAFile() throws IOException {
    sitewatch("init", workspace.root()).refuses(USAGE, "not empty");
    Path file = Files.writeString(folder.resolve("file"), "mine");
    sitewatch("init", file).refuses(USAGE, "file");
    sitewatch("init", file.resolve("below")).refuses(UNAVAILABLE, "cannot be written");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void withoutScenesThereIsNothingToScan() throws IOException {
    delete(workspace.root().resolve("scenes"));
    workspace.scan().refuses(USAGE, "no scene is registered", "ingest add");
  }

  @Test
  void aWeekWithoutScenesIsInTheLedger() {
    workspace.scanWeek("2024-W30").exits(0);
    Path coverage = workspace.runDirectory("2024-W30").resolve("coverage.geojson");
    assertEquals("no_scene", Features.site(coverage, "alpha").path("state").asText());
  }

  @Test
  void anotherProcessHoldingTheWorkspaceIsNamed() throws IOException {
    try (var channel =
            FileChannel.open(
                workspace.root().resolve(".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock(0, 1, false)) {
      channel.write(java.nio.ByteBuffer.wrap(" process 42 (sitewatch scan)".getBytes("UTF-8")));
      assertTrue(lock.isValid());
      workspace.scanWeek(FIRST_WEEK).refuses(HELD, "process 42");
      workspace.run("report", "--run", FIRST_WEEK).refuses(HELD, "process 42");
    }
    workspace.run("status", "--unseen-days", 1).exits(0);
  }

  @ParameterizedTest
  @CsvSource({"tiles, tile store", "work, work", "runs, runs/2024-W37", "state, cannot write"})
  void anOutputThatCannotBeWrittenIsUnavailable(String blocked, String word) throws IOException {
    for (String output : List.of("tiles", "work", "runs", "state")) {
      delete(workspace.root().resolve(output));
    }
    Files.writeString(workspace.root().resolve(blocked), "a file in the way");
    workspace.scanWeek(FIRST_WEEK).refuses(UNAVAILABLE, word);
  }

  @Test
  void aCorruptedTileIsCutAgain() throws IOException {
    Map<String, String> before = workspace.contents(FIRST_WEEK);
    Path tile = tile("alpha", "S2_20240911.10m.tif");
    byte[] whole = Files.readAllBytes(tile);
    damage(tile);
    workspace.scanWeek(FIRST_WEEK, "--force").exits(0).says("S2_20240911.10m.tif", "cut again");
    assertArrayEquals(whole, Files.readAllBytes(tile));
    assertTrue(Files.exists(tile.resolveSibling(tile.getFileName() + ".damaged")));
    assertEquals(before, workspace.contents(FIRST_WEEK));
  }

  @Test
  void aCorruptedTileWhoseSceneIsGoneCostsItsLookOnly() throws IOException {
    damage(tile("alpha", "S2_20240911.10m.tif"));
    delete(workspace.root().resolve("imagery"));
    workspace.scanWeek(FIRST_WEEK, "--force").exits(PARTIAL);
    Path coverage = workspace.runDirectory(FIRST_WEEK).resolve("coverage.geojson");
    assertEquals("failed", Features.site(coverage, "alpha").path("state").asText());
    assertEquals("seen", Features.site(coverage, "beta").path("state").asText());
  }

  @Test
  void anEmptyTileOfTheHistoryWhoseSceneIsGoneIsPartial() throws IOException {
    Files.write(tile("alpha", "S2_20240822.mask.tif"), new byte[0]);
    delete(workspace.root().resolve("imagery"));
    workspace.scanWeek(FIRST_WEEK, "--force").exits(PARTIAL).says("S2_20240822");
  }

  @Test
  void aStoreOrStateOfAnotherSchemaIsRefused() throws IOException {
    Path form = workspace.root().resolve("tiles/store.json");
    Files.writeString(form, "{\"schema\":2}\n");
    workspace.scanWeek(SECOND_WEEK).refuses(INTEGRITY, "store.json: schema 2, expected 1");
    Files.delete(form);
    Path state = workspace.root().resolve("state").resolve(FIRST_WEEK).resolve("alpha.json");
    forge(state, Files.readString(state).replaceFirst("\"schema\":[0-9]+", "\"schema\":99"));
    workspace.scanWeek(SECOND_WEEK).refuses(INTEGRITY, "alpha.json: schema 99, expected ");
    assertFalse(Files.exists(workspace.runDirectory(SECOND_WEEK)));
  }

  @Test
  void aDayEditedInARecordIsNamedWithoutATrace() throws IOException {
    Path found = workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    forge(found, Files.readString(found).replaceAll("\"2024-09-11\"", "\"2024-09-1x\""));
    for (String format : List.of("html", "kmz", "gpx", "csv", "sheets")) {
      Ran ran =
          workspace.run("report", "--format", format, "--output", folder.resolve("out-" + format));
      assertFalse(ran.err().contains("\tat "), ran.err());
    }
    workspace
        .run("report", "--format", "gpx", "--output", folder.resolve("out"))
        .refuses(INTEGRITY, "2024-09-1x");
  }

  @Test
  void whoHoldsTheWorkspaceIsToldWithHostAndStartAndAStaleLockIsNone() throws IOException {
    Path lock = workspace.root().resolve(".lock");
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    String left = Files.readString(lock);
    assertTrue(
        left.matches("(?s).?.?process [0-9]+ on \\S+ since 20[0-9T:-]+Z \\(sitewatch ingest\\).*"),
        left);
    Files.writeString(lock, " process 1 on elsewhere since 2020-01-01T00:00:00Z (sitewatch scan)");
    workspace.run("ingest", "--until=2024-09-15").exits(0);
  }

  @Test
  void aCorruptedStateStopsTheNextRun() throws IOException {
    Path state = workspace.root().resolve("state").resolve(FIRST_WEEK).resolve("alpha.json");
    Files.writeString(state, Files.readString(state).replaceFirst("alpha", "alfalfa"));
    workspace.scanWeek(SECOND_WEEK).refuses(INTEGRITY, FIRST_WEEK, "alpha.json");
    assertFalse(Files.exists(workspace.runDirectory(SECOND_WEEK)));
  }

  @Test
  void verifyFindsAFlippedByte() throws IOException {
    workspace.run("verify", FIRST_WEEK).exits(0);
    Path report = workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    Files.writeString(report, Files.readString(report).replaceFirst("0", "1"));
    workspace.run("verify", FIRST_WEEK).refuses(INTEGRITY, "disturbances.geojson");
    workspace.run("verify", "2024-W01").refuses(USAGE, "2024-W01");
  }

  @Test
  void aRunOfOtherInputsIsKeptUnlessForced() {
    Map<String, String> before = workspace.contents(FIRST_WEEK);
    workspace
        .scanWeek(FIRST_WEEK, "--min-pixels", 3)
        .refuses(USAGE, FIRST_WEEK, "min_pixels", "--force");
    assertEquals(before, workspace.contents(FIRST_WEEK));
    workspace.scanWeek(FIRST_WEEK, "--min-pixels", 3, "--force").exits(0);
    assertFalse(before.equals(workspace.contents(FIRST_WEEK)));
  }

  @Test
  void aReplacedSceneIsCutAnew() {
    Path again =
        workspace
            .scenes()
            .pass("S2_20240911", "2024-09-11T05:00:00Z", SmallScenes.standardGrid(), false);
    workspace.run("ingest", "add", again, "--force").exits(0);
    workspace.scanWeek(FIRST_WEEK, "--force").exits(0).says("9 tiles cut");
    Path report = workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    assertEquals(List.of(), Features.of(report));
  }

  @Test
  void aLaterWeekWithoutScenesIsInTheLedger() {
    workspace.scanWeek("2024-W44").exits(0);
    Path coverage = workspace.runDirectory("2024-W44").resolve("coverage.geojson");
    assertEquals("no_scene", Features.site(coverage, "alpha").path("state").asText());
  }

  @Test
  void aNewSceneOfTheWeekIsNamedAsTheChange() {
    Path late = workspace.scenes().pass("2024-09-13", true);
    workspace.add(List.of(late)).exits(0);
    workspace.scanWeek(FIRST_WEEK).refuses(USAGE, "S2_20240913", "--force");
  }

  @Test
  void explainAndStatusAndPlanSayWhatIsThere() {
    String told = workspace.run("explain", "alpha-20240911-a").exits(0).out();
    assertTrue(told.contains("S2_20240901") && told.contains("area_m2"), told);
    workspace.run("explain", "alpha-20240911-z").refuses(USAGE, "alpha-20240911-z");
    assertTrue(workspace.run("status", "--json").exits(0).out().contains("\"last\":\"2024-W37\""));
    assertTrue(workspace.run("plan", "--json").exits(0).out().startsWith("{"));
  }

  @Test
  void reportWithoutDetectSaysWhatToRun() {
    workspace.run("report", "--run", "2024-W44").refuses(USAGE, "sitewatch detect");
    workspace.run("report", "--quiet").refuses(USAGE, "sitewatch detect");
  }

  private Path tile(String site, String name) throws IOException {
    try (Stream<Path> all = Files.walk(workspace.root().resolve("tiles").resolve(site))) {
      return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private void settings(String line) throws IOException {
    Files.writeString(
        workspace.root().resolve("sitewatch.properties"), line + "\n", StandardOpenOption.APPEND);
  }

  private static void damage(Path tile) throws IOException {
    byte[] bytes = Files.readAllBytes(tile);
    bytes[bytes.length - 100] ^= 0x40;
    Files.write(tile, bytes);
  }

  /** Writes a file of the first run and its hash into the manifest, without a seal. */
  private void forge(Path file, String text) throws IOException {
    Path manifest = workspace.runDirectory(FIRST_WEEK).resolve("run.json");
    String before = Sha256.of(file);
    Files.writeString(file, text);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(before, Sha256.of(file))
            .replaceFirst("\n  \"seal\": [^\n]*", ""));
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
