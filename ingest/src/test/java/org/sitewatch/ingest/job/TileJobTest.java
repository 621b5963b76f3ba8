package org.sitewatch.ingest.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.SceneCutter;
import org.sitewatch.ingest.ScenePart;
import org.sitewatch.ingest.TaskFault;
import org.sitewatch.ingest.TileKey;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.sites.PixelGrid;

class TileJobTest {
  private static final PixelGrid IMAGE = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 70, 50);

  @TempDir Path folder;

  /** A part without an image is none that a plan makes: whatever reads it runs into a bug. */
  @Test
  void aBugInATaskCostsItsWindowsAndNamesTheScene() {
    var window = new PixelWindow(0, 0, 16, 16);
    var key = new TileKey("mn-01", IMAGE.crop(0, 0, 16, 16), "scene-1", "10m");
    var part = new ScenePart("10m", IMAGE, false, List.of());
    var task = new CutTask("scene-1", "sentinel-2-l2a", part, List.of(new Cut(key, window)));
    var store = new TileStore(folder.resolve("tiles").toString());
    CutResult result =
        TileJob.run(
            new ThreadRunner(2),
            List.of(task),
            new SceneCutter(folder.toString(), SourceDoor.DEFAULT),
            store,
            (done, of) -> {});
    assertEquals(List.of(key), result.failures().stream().map(CutResult.Failure::key).toList());
    String reason = store.failureReason(key).orElseThrow();
    assertTrue(reason.startsWith("scene 'scene-1': cutting 10m failed by a bug"), reason);
    assertEquals(reason, result.failures().get(0).reason());
  }

  @Test
  void outOfMemoryIsToldWithItsCure() {
    assertEquals(
        "judging site 'mn-01' needs more memory than there is; set SITEWATCH_HEAP or"
            + " spark.executor.memory higher, or --threads lower",
        TaskFault.told("judging site 'mn-01'", new OutOfMemoryError("Java heap space")));
  }
}
