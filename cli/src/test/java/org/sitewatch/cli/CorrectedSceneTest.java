package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;

/**
 * A small image of the history said it lay 20 m east of where it does. It ends within the window of
 * site alpha, so that its tile has the same codes when that was put right.
 */
@Tag("slow")
class CorrectedSceneTest {
  private static final String ID = "S2_20240827";
  private static final double WEST_M = 300_300;
  private static final double NOT_WEST_M = 300_320;

  @TempDir Path folder;

  private static SmallWorkspace registered(Path folder) {
    SmallWorkspace workspace = SmallWorkspace.registered(folder);
    workspace.add(List.of(small(workspace))).exits(0);
    return workspace;
  }

  private static Path small(SmallWorkspace workspace) {
    var grid = PixelGrid.northUp(SmallScenes.NORTH_48, WEST_M, 5_239_700, 10, 40, 40);
    return workspace.scenes().pass(ID, "2024-08-27T04:10:31Z", grid, false);
  }

  /** The same pixels a few pixels aside. */
  private static Path misplaced(SmallWorkspace workspace) throws IOException {
    Path item = small(workspace);
    Files.writeString(item, Files.readString(item).replace("" + WEST_M, "" + NOT_WEST_M));
    try (Stream<Path> files = Files.list(item.resolveSibling(ID))) {
      for (Path file : files.toList()) {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getDouble(at) != WEST_M) {
          at++;
        }
        Files.write(file, bytes.putDouble(at, NOT_WEST_M).array());
      }
    }
    return item;
  }

  private static JsonNode found(SmallWorkspace workspace) {
    List<JsonNode> features =
        Features.of(workspace.runDirectory(SECOND_WEEK).resolve("disturbances.geojson"));
    assertEquals(1, features.size(), features.toString());
    return features.get(0);
  }

  @Test
  void afterACorrectionTheNextRunIsAsIfTheSceneHadAlwaysLainThere() throws IOException {
    SmallWorkspace right = registered(folder.resolve("right"));
    right.scanWeek(FIRST_WEEK).exits(0);
    right.scanWeek(SECOND_WEEK).exits(0);

    SmallWorkspace corrected = SmallWorkspace.registered(folder.resolve("corrected"));
    corrected.add(List.of(misplaced(corrected))).exits(0);
    corrected.scanWeek(FIRST_WEEK).exits(0);
    corrected.run("ingest", "add", small(corrected), "--force").exits(0).says("1 scene added");
    corrected.scanWeek(SECOND_WEEK).exits(0);

    assertEquals(found(right), found(corrected));
  }

  /** Its manifest would tell of an entry that nothing was judged by. */
  @Test
  void aSceneCorrectedAfterItWasJudgedIsJudgedAgainBeforeItIsReported() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder);
    workspace.add(List.of(misplaced(workspace))).exits(0);
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    workspace.run("detect", "--week", FIRST_WEEK).exits(0);
    workspace.run("ingest", "add", small(workspace), "--force").exits(0);
    workspace
        .run("report", "--run", FIRST_WEEK)
        .refuses(ExitCode.USAGE.code(), ID, "has changed in", "detect' again");

    Path entry = entry(workspace);
    byte[] bytes = Files.readAllBytes(entry);
    Files.delete(entry);
    workspace
        .run("report", "--run", FIRST_WEEK)
        .refuses(ExitCode.USAGE.code(), ID, "has gone from", "detect' again");

    Files.write(entry, bytes);
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    workspace.run("detect", "--week", FIRST_WEEK).exits(0);
    workspace.run("report", "--run", FIRST_WEEK).exits(0);
  }

  /** It is of the pass of a look that was judged, and would be in its picture. */
  @Test
  void aSceneThatCameAfterDetectTakesNoPartInTheRun() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder);
    workspace.run("ingest", "--until=2024-09-15").exits(0);
    workspace.run("detect", "--week", FIRST_WEEK).exits(0);
    var grid = PixelGrid.northUp(SmallScenes.NORTH_48, WEST_M, 5_239_700, 10, 40, 40);
    Path late = workspace.scenes().pass("LATE", "2024-09-11T04:09:31Z", grid, true);
    workspace.add(List.of(late)).exits(0);
    workspace.run("report", "--run", FIRST_WEEK).exits(0);
    workspace.run("verify", FIRST_WEEK, "--rederive").exits(0);
  }

  private static Path entry(SmallWorkspace workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace.root().resolve("scenes"))) {
      return files.filter(file -> file.getFileName().toString().contains(ID)).findFirst().get();
    }
  }
}
