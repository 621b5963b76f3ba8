package org.sitewatch.ingest.job;

import java.util.List;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.SceneCutter;
import org.sitewatch.ingest.TileStore;

/** Cuts the windows of all sites out of the scenes and puts them into the tile store. */
public final class TileJob {

  private TileJob() {}

  /**
   * One task a part of a scene: it opens its own readers, decodes each internal block once, and
   * hands back counters and failures only.
   *
   * @param store on storage that every executor reaches
   */
  public static CutResult run(
      TaskRunner runner,
      List<CutTask> tasks,
      SceneCutter cutter,
      TileStore store,
      TaskRunner.Listener progress) {
    return runner
        .run(tasks, store, 1, (shared, task) -> cutter.cut(task, shared), progress)
        .stream()
        .reduce(CutResult.NONE, CutResult::merge);
  }
}
