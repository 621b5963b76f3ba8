package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.FileTree;

/** A tile that rots behind its label, of a look that is known from the runs before. */
@Tag("slow")
class UnreadableLookTest {
  private static final int PARTIAL = 5;

  /** With those of the small workspace enough that old looks stay in their tiles. */
  private static final List<String> EARLIER =
      List.of(
          "2024-06-03",
          "2024-06-08",
          "2024-06-13",
          "2024-06-23",
          "2024-07-03",
          "2024-07-08",
          "2024-07-13",
          "2024-07-23");

  @TempDir static Path shared;
  static SmallWorkspace scanned;
  static Map<String, String> untouched;

  @TempDir Path folder;

  @BeforeAll
  static void scan() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.add(EARLIER.stream().map(day -> scanned.scenes().pass(day, false)).toList()).exits(0);
    scanned.run("scan", "--week", FIRST_WEEK).exits(0);
    SmallWorkspace next = scanned.copyTo(shared.resolve("next"));
    next.run("scan", "--week", SECOND_WEEK).exits(0);
    untouched = next.contents(SECOND_WEEK);
  }

  @Test
  void isCutAgainAndTheRunIsWhatItWouldHaveBeen() throws IOException {
    SmallWorkspace workspace = scanned.copyTo(folder.resolve("workspace"));
    Path tile = newestOfHistory(workspace);
    byte[] whole = Files.readAllBytes(tile);
    damage(tile);
    workspace.run("scan", "--week", SECOND_WEEK).exits(0).says(tile.getFileName(), "cut again");
    assertArrayEquals(whole, Files.readAllBytes(tile));
    assertEquals(untouched, workspace.contents(SECOND_WEEK));
  }

  @Test
  void isAFailedLookWhereItsSceneIsGone() throws IOException {
    SmallWorkspace workspace = scanned.copyTo(folder.resolve("workspace"));
    workspace.run("ingest", "--until=2024-09-22").exits(0);
    Path tile = newestOfHistory(workspace);
    damage(tile);
    FileTree.delete(workspace.root().resolve("imagery"));
    workspace.run("scan", "--week", SECOND_WEEK).exits(PARTIAL).says(tile.getFileName());
    assertTrue(
        Files.readString(workspace.runDirectory(SECOND_WEEK).resolve("run.json"))
            .contains("S2_20240901: left out of the history"));
    String told = workspace.run("status", "--unseen-days=90").exits(0).out();
    assertTrue(
        told.contains("run 2024-W38 left looks of the history out, counted at each site: 1;"),
        told);
    assertTrue(
        workspace.run("status", "--json").exits(0).out().contains("\"earlier_looks_left_out\":1"));
  }

  /** Nobody can read a folder as a tile; of a file that may not be opened no more is known. */
  @Test
  void isNoDamageAndNoWholeRunWhereItsTileCannotBeRead() throws IOException {
    SmallWorkspace workspace = scanned.copyTo(folder.resolve("workspace"));
    workspace.run("ingest", "--until=2024-09-22").exits(0);
    Path tile = newestOfHistory(workspace);
    Files.delete(tile);
    Files.createDirectory(tile);
    workspace
        .run("scan", "--week", SECOND_WEEK)
        .exits(PARTIAL)
        .says(tile.getFileName(), "make it readable");
    assertTrue(Files.isDirectory(tile), "it stays where it is");
  }

  private static Path newestOfHistory(SmallWorkspace workspace) throws IOException {
    try (Stream<Path> tiles = Files.walk(workspace.root().resolve("tiles").resolve("alpha"))) {
      return tiles.filter(file -> file.endsWith("S2_20240901.10m.tif")).findFirst().orElseThrow();
    }
  }

  /** Pixels only: label and length stay. */
  private static void damage(Path tile) throws IOException {
    byte[] bytes = Files.readAllBytes(tile);
    bytes[bytes.length - 100] ^= 0x40;
    Files.write(tile, bytes);
  }
}
