package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is there is known before anything is judged. */
@Tag("slow")
class StandingRunTest {
  private static final int USAGE = 2;
  private static final int PARTIAL = 5;

  /** A master nobody answers at: whatever opens Spark fails. */
  private static final String NO_SPARK = "spark://127.0.0.1:1";

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

  private Ran scanWithoutSpark(Object... more) {
    return workspace.run(
        "scan",
        "--week",
        Stream.concat(Stream.of(FIRST_WEEK, "--master", NO_SPARK), Stream.of(more)).toArray());
  }

  @Test
  void aScanOfTheSameInputsOpensNoSpark() {
    Map<String, String> before = SmallWorkspace.contents(workspace.root());
    Ran ran = scanWithoutSpark().exits(0).says("same inputs");
    assertEquals(workspace.runDirectory(FIRST_WEEK), ran.path());
    before.remove(".lock");
    Map<String, String> after = SmallWorkspace.contents(workspace.root());
    after.remove(".lock");
    assertEquals(before, after);
  }

  @Test
  void forceDoesNotRemakeARunOfTheSameInputs() {
    scanWithoutSpark("--force").exits(0).says("same inputs");
  }

  @Test
  void detectOfTheSameInputsPrintsTheRun() {
    Ran ran = workspace.run("detect", "--week", FIRST_WEEK, "--master", NO_SPARK).exits(0);
    assertEquals(workspace.runDirectory(FIRST_WEEK), ran.path());
    assertFalse(Files.exists(workspace.root().resolve("work").resolve(FIRST_WEEK)));
  }

  @Test
  void anotherSettingIsRefusedBeforeWorkAndLeavesNoneBehind() {
    scanWithoutSpark("--min-pixels", 3).refuses(USAGE, "min_pixels", "--force");
    workspace
        .run("detect", "--week", FIRST_WEEK, "--master", NO_SPARK, "--min-pixels", 3)
        .refuses(USAGE, "min_pixels", "--force");
    assertFalse(Files.exists(workspace.root().resolve("work").resolve(FIRST_WEEK)));
  }

  @Test
  void anotherPatrolIsRefusedAndForceCutsTheSameList() throws IOException {
    scanWithoutSpark("--alerts-per-week", 5)
        .refuses(USAGE, "alerts_per_week (unset → 5)", "--force");
    scanWithoutSpark("--alerts-per-week", -1).refuses(USAGE, "0 to", "-1");
    Path report = workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    String before = withoutConfig(report);
    workspace
        .scanWeek(FIRST_WEEK, "--alerts-per-week", 5, "--force")
        .exits(0)
        .says("patrol: 1 of 1 alerts are within the patrol's week (5 a week); below: 0");
    assertEquals(before, withoutConfig(report));
    Files.writeString(workspace.root().resolve("sitewatch.properties"), "alerts_per_week = 5\n");
    scanWithoutSpark().exits(0).says("same inputs");
    scanWithoutSpark("--alerts-per-week", 0).refuses(USAGE, "alerts_per_week (5 → unset)");
  }

  private static String withoutConfig(Path report) throws IOException {
    return Files.readString(report).replaceAll("\"config_sha256\":\"[0-9a-f]{64}\"", "");
  }

  @Test
  void aNewSceneIsRefusedBeforeItIsCut() {
    workspace.add(java.util.List.of(workspace.scenes().pass("2024-09-13", true))).exits(0);
    scanWithoutSpark().refuses(USAGE, "S2_20240913 is new", "--force");
    scanWithoutSpark("--dry-run").refuses(USAGE, "S2_20240913 is new", "--force");
  }

  @Test
  void aTileThatWasLostIsCutAgainAndTheRunStands() throws IOException {
    try (Stream<Path> all = Files.walk(workspace.root().resolve("tiles"))) {
      Files.delete(
          all.filter(path -> path.endsWith("S2_20240911.10m.tif")).findFirst().orElseThrow());
    }
    workspace.scanWeek(FIRST_WEEK).exits(0).says("1 tiles cut", "same inputs");
  }

  @Test
  void anotherTileIsRefusedAndLeavesNoWork() throws IOException {
    Path tile;
    try (Stream<Path> all = Files.walk(workspace.root().resolve("tiles"))) {
      tile = all.filter(path -> path.endsWith("S2_20240911.10m.tif")).findFirst().orElseThrow();
    }
    Files.write(tile, new byte[0]);
    scanWithoutSpark().refuses(USAGE, "S2_20240911", "--force");
    assertFalse(Files.exists(workspace.root().resolve("work").resolve(FIRST_WEEK)));
  }

  /** A server says otherwise each time why it does not answer; so does a file cut shorter. */
  @Test
  void anImageThatFailsInOtherWordsLeavesThePartialRunAsItIs() throws IOException {
    SmallWorkspace partial = SmallWorkspace.registered(folder.resolve("partial"));
    Path red = partial.scenes().file("S2_20240911", "red");
    byte[] whole = Files.readAllBytes(red);
    for (int part = 2; part <= 3; part++) {
      Files.write(red, Arrays.copyOf(whole, whole.length / part));
      String size = "lie in its %d bytes".formatted(whole.length / part);
      Ran ran = partial.scanWeek(FIRST_WEEK).exits(PARTIAL).says(size);
      assertEquals(part == 3, ran.err().contains("same inputs"), ran.err());
    }
    Files.write(red, whole);
    partial.scanWeek(FIRST_WEEK).refuses(USAGE, "differs", "--force");
  }
}
