package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.PixelGrid;

/**
 * A tile was lost with its image when a run was made, and comes back from a safe place: made again
 * from its windows the run is what it was.
 */
@Tag("slow")
class LostTileTest {
  private static final int PARTIAL = 5;

  @TempDir static Path shared;
  static SmallWorkspace cut;

  @TempDir Path folder;

  @BeforeAll
  static void cutAll() {
    cut = SmallWorkspace.registered(shared.resolve("cut"));
    cut.run("scan", "--week", FIRST_WEEK).exits(0);
    cut.run("ingest", "--until=2024-09-22").exits(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S2_20240802.10m.tif",
        "S2_20240901.mask.tif",
        "S2_20240911.20m.tif",
        "S2_20240918.mask.tif"
      })
  void comesBackAndTheRunIsWhatItWas(String name) throws IOException {
    SmallWorkspace workspace = cut.copyTo(folder.resolve("workspace"));
    Path tile = tileOfAlpha(workspace, name);
    byte[] whole = Files.readAllBytes(tile);
    Files.delete(tile);
    FileTree.delete(workspace.root().resolve("imagery"));
    workspace.run("scan", "--week", SECOND_WEEK).exits(PARTIAL);
    workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);

    Files.write(tile, whole);
    Ran again = workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);
    again.says("could not be read when the run was made and can be now");
    assertTrue(again.out().contains("made again from its windows"), again.out());
  }

  /** Its other assets were cut, so that it is no scene of which nothing is there. */
  @Test
  void ofASceneThatNoSiteCouldReadIsLeftOutAgain() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    Path red = workspace.scenes().file("S2_20240911", "red");
    byte[] whole = Files.readAllBytes(red);
    Files.delete(red);
    workspace.run("scan", "--week", FIRST_WEEK).exits(PARTIAL);
    workspace.run("verify", FIRST_WEEK, "--rederive").exits(0);

    Files.write(red, whole);
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    workspace
        .run("verify", FIRST_WEEK, "--rederive")
        .exits(0)
        .says("could not be read when the run was made and can be now");
  }

  @Test
  void failsForTheReasonOfItsTimeThoughAnotherIsToldSince() throws IOException {
    SmallWorkspace workspace = cut.copyTo(folder.resolve("workspace"));
    Path tile = tileOfAlpha(workspace, "S2_20240901.10m.tif");
    Files.delete(tile);
    FileTree.delete(workspace.root().resolve("imagery"));
    workspace.run("scan", "--week", SECOND_WEEK).exits(PARTIAL);
    Path failed = tile.resolveSibling(tile.getFileName() + ".failed");
    assertTrue(Files.exists(failed));
    Files.writeString(failed, "its server is not there any more\n");
    workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);
  }

  @Test
  void ofASceneThatCameLaterIsNoneOfTheRun() {
    SmallWorkspace workspace = cut.copyTo(folder.resolve("workspace"));
    workspace.run("scan", "--week", SECOND_WEEK).exits(0);
    workspace.add(List.of(workspace.scenes().pass("2024-09-13", true))).exits(0);
    workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);
    workspace.run("ingest", "--until=2024-09-22").exits(0);
    workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);
  }

  /** Of two images of one pass one cannot be read: alpha lies in both, the others in one. */
  @Test
  void ofHalfALookTakesTheWholeLook() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    var grid = PixelGrid.northUp(SmallScenes.NORTH_48, 300_300, 5_239_700, 10, 40, 40);
    for (String[] half :
        new String[][] {{"HALF_A", "2024-09-11T04:09:31Z"}, {"HALF_B", "2024-09-18T04:11:31Z"}}) {
      workspace.add(List.of(workspace.scenes().pass(half[0], half[1], grid, true))).exits(0);
      Path red = workspace.scenes().file(half[0], "red");
      Files.write(red, Arrays.copyOf(Files.readAllBytes(red), 2000));
    }
    for (String week : List.of(FIRST_WEEK, SECOND_WEEK)) {
      workspace.run("scan", "--week", week).exits(PARTIAL).says("HALF_");
      Ran ran = workspace.run("verify", week, "--rederive").exits(0);
      assertFalse(ran.err().contains("can be now"), ran.err());
    }
  }

  /** What is taken back of the lost one is not the other's, whose id goes on after a dot. */
  @Test
  void costsNotTheSceneWhoseIdBeginsAlike() throws IOException {
    SmallWorkspace without = SmallWorkspace.registered(folder.resolve("without"));
    add(without, "EARLY.B", "2024-08-05T04:09:31Z");
    without.run("scan", "--week", FIRST_WEEK).exits(0);

    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    add(workspace, "EARLY.B", "2024-08-05T04:09:31Z");
    add(workspace, "EARLY", "2024-08-08T04:09:31Z");
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    Files.delete(tileOfAlpha(workspace, "EARLY.10m.tif"));
    FileTree.delete(workspace.root().resolve("imagery"));
    workspace.run("scan", "--week", FIRST_WEEK).exits(PARTIAL).says("EARLY");
    assertEquals(tilesOfAlpha(without), tilesOfAlpha(workspace));
    workspace.run("verify", FIRST_WEEK, "--rederive").exits(0);
  }

  private static void add(SmallWorkspace workspace, String id, String datetime) {
    Path item = workspace.scenes().pass(id, datetime, SmallScenes.standardGrid(), false);
    workspace.add(List.of(item)).exits(0);
  }

  /** As the manifest has it: one hash over those of all tiles that were read. */
  private static String tilesOfAlpha(SmallWorkspace workspace) {
    Matcher alpha =
        Pattern.compile("\"site_id\": ?\"alpha\",\\s*\"tiles_sha256\": ?\"([0-9a-f]{64})\"")
            .matcher(workspace.contents(FIRST_WEEK).get("run.json"));
    assertTrue(alpha.find());
    return alpha.group(1);
  }

  /** Tiles outgrow the disk of the workspace first. */
  @Test
  void onAnotherDiskIsFoundThroughTheLink() throws IOException {
    SmallWorkspace workspace = cut.copyTo(folder.resolve("workspace"));
    Path tiles = workspace.root().resolve("tiles");
    Files.createSymbolicLink(tiles, Files.move(tiles, folder.resolve("disk")));
    Files.delete(tileOfAlpha(workspace, "S2_20240901.mask.tif"));
    FileTree.delete(workspace.root().resolve("imagery"));
    workspace.run("scan", "--week", SECOND_WEEK).exits(PARTIAL);
    workspace.run("verify", SECOND_WEEK, "--rederive").exits(0);
  }

  private static Path tileOfAlpha(SmallWorkspace workspace, String name) throws IOException {
    try (Stream<Path> tiles = Files.walk(workspace.root().resolve("tiles").resolve("alpha"))) {
      return tiles.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
