package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.FileTree;

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

  private static Path tileOfAlpha(SmallWorkspace workspace, String name) throws IOException {
    try (Stream<Path> tiles = Files.walk(workspace.root().resolve("tiles").resolve("alpha"))) {
      return tiles.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
