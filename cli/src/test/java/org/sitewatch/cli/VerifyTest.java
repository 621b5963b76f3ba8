package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.Sha256;

/** What verify finds of what was done to a run and to all it was made from. */
@Tag("slow")
class VerifyTest {
  private static final int INTEGRITY = 6;
  private static final int MORE_FLIPS = 20;

  @TempDir static Path shared;
  static SmallWorkspace scanned;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void scanTwoWeeks() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.run("scan", "--week", FIRST_WEEK).exits(0);
    scanned.run("scan", "--week", SECOND_WEEK).exits(0);
  }

  @BeforeEach
  void copy() {
    workspace = scanned.copyTo(folder.resolve("workspace"));
  }

  @Test
  void anUntouchedRunHoldsWhereverItsWorkspaceLies() {
    verify().exits(0);
    workspace.run("verify", FIRST_WEEK).exits(0);
  }

  @Test
  void aByteFlippedInAnyFileIsFoundAndNamed() throws IOException {
    long seed = new Random().nextInt(1 << 20);
    var random = new Random(seed);
    List<Path> files = files();
    var flips = new ArrayList<>(files);
    for (int i = 0; i < MORE_FLIPS; i++) {
      flips.add(files.get(random.nextInt(files.size())));
    }
    for (Path file : flips) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] flipped = bytes.clone();
      int at = random.nextInt(bytes.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      String name = workspace.root().relativize(file).toString();
      Ran ran = verify();
      assertEquals(INTEGRITY, ran.code(), "seed " + seed + ": byte " + at + " of " + name);
      assertTrue(ran.err().contains(name), "seed " + seed + ", byte " + at + ": " + ran.err());
      Files.write(file, bytes);
    }
    verify().exits(0);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    for (Path file : files()) {
      Path away = folder.resolve("away");
      if (!file.endsWith("run.json") && !file.endsWith("store.json")) {
        Files.move(file, away);
        verify().refuses(INTEGRITY, workspace.root().relativize(file), "missing");
        Files.move(away, file);
      }
    }
  }

  @Test
  void aFileThatIsNamedNowhereIsTold() throws IOException {
    Path tile = tiles().get(0);
    Files.copy(tile, tile.resolveSibling("copy.tif"));
    verify().exits(0).says("copy.tif is named nowhere");
    Path item = items().get(0);
    Files.copy(item, item.resolveSibling("other.json"));
    assertTrue(verify().err().contains("scenes/other.json is named nowhere"));
    Files.delete(item.resolveSibling("other.json"));
    Files.writeString(workspace.runDirectory(SECOND_WEEK).resolve("more.txt"), "x");
    verify().refuses(INTEGRITY, "runs/2024-W38/more.txt is not part of the run");
  }

  @Test
  void tilesThatAreWholeButNotTheRunsAreFoundBySiteAndScene() throws IOException {
    String day = SmallWorkspace.DAYS.get(0);
    workspace.scenes().pass(day, true);
    for (Path tile : tiles()) {
      if (tile.getFileName().toString().contains(day.replace("-", ""))) {
        Files.delete(tile);
      }
    }
    workspace.run("ingest", "--until=2024-09-22").exits(0);
    verify().refuses(INTEGRITY, day.replace("-", ""), "are not those that the run read");
  }

  /** Half of the image is gone: one site is seen, the look of another is left out. */
  @Test
  void aRunThatHadToLeaveALookOutHoldsWhenItCanBeReadLater() throws IOException {
    SmallWorkspace late = SmallWorkspace.registered(folder.resolve("late"));
    Path image = late.scenes().file("S2_20240911", "red");
    byte[] whole = Files.readAllBytes(image);
    Files.write(image, Arrays.copyOf(whole, whole.length / 2));
    late.scanWeek(FIRST_WEEK).exits(5).says("S2_20240911");
    Files.write(image, whole);
    late.run("verify", FIRST_WEEK).exits(0);
    late.scanWeek(SECOND_WEEK).exits(0);
    late.run("verify", FIRST_WEEK)
        .exits(0)
        .says("look S2_20240911 of site 'gamma' could not be read when the run was made");
    late.run("verify", SECOND_WEEK).exits(0);
  }

  @Test
  void aRunMadeAgainFromItsWindowsIsTheSame() throws IOException {
    assertTrue(verify("--rederive").exits(0).out().contains("made again from its windows"));
    workspace.run("verify", FIRST_WEEK, "--rederive").exits(0);
  }

  @Test
  void aFindingThatWasForgedWithAllItsHashesIsFoundByMakingTheRunAgain() throws IOException {
    Path found = workspace.runDirectory(SECOND_WEEK).resolve("disturbances.geojson");
    Path manifest = workspace.runDirectory(SECOND_WEEK).resolve("run.json");
    String before = Sha256.of(found);
    String text = Files.readString(found);
    Files.writeString(found, text.replaceFirst("\"area_m2\":\\s*[0-9.]+", "\"area_m2\": 7"));
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(before, Sha256.of(found))
            .replaceFirst("\n  \"seal\": [^\n]*", ""));
    verify().exits(0);
    verify("--rederive").refuses(INTEGRITY, "disturbance ", "area_m2 is 7 in the run");
  }

  private Ran verify(Object... more) {
    return workspace.run("verify", SECOND_WEEK, more);
  }

  /** All that the second run is and was made from. */
  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (String place : List.of("runs/2024-W38", "state/2024-W38", "registry", "scenes", "tiles")) {
      files.addAll(below(place));
    }
    return files;
  }

  private List<Path> tiles() throws IOException {
    return below("tiles");
  }

  private List<Path> items() throws IOException {
    return below("scenes").stream().filter(file -> !file.endsWith("catalog.json")).toList();
  }

  private List<Path> below(String place) throws IOException {
    try (Stream<Path> all = Files.walk(workspace.root().resolve(place))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
