package org.sitewatch.ingest.job;

import java.util.List;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.SceneCutter;
import org.sitewatch.ingest.TaskFault;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.sites.UserException;

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
        .run(tasks, store, 1, (shared, task) -> cut(cutter, task, shared), progress)
        .stream()
        .reduce(CutResult.NONE, CutResult::merge);
  }

  /** What nobody expected costs the windows of one part of one scene, not the run. */
  private static CutResult cut(SceneCutter cutter, CutTask task, TileStore store) {
    try {
      return cutter.cut(task, store);
    } catch (UserException told) {
      throw told;
    } catch (RuntimeException | Error fault) {
      String reason =
          TaskFault.told("scene '" + task.sceneId() + "': cutting " + task.part().name(), fault);
      List<CutResult.Failure> failures =
          task.cuts().stream()
              .map(IngestPlan.Cut::key)
              .filter(key -> !store.has(key))
              .map(key -> new CutResult.Failure(key, reason))
              .toList();
      failures.forEach(failure -> store.markFailed(failure.key(), reason));
      return CutResult.failed(failures);
    }
  }
}
