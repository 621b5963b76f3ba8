package org.sitewatch.ingest.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.SceneCutter;
import org.sitewatch.ingest.TileStore;

/** Cuts the windows of all sites out of the scenes and puts them into the tile store. */
public final class TileJob {

  private TileJob() {}

  /**
   * One Spark task a part of a scene: it opens its own readers, decodes each internal block once,
   * and hands back counters and failures only.
   *
   * @param store on storage that every executor reaches
   */
  public static CutResult run(
      JavaSparkContext spark,
      List<CutTask> tasks,
      SceneCutter cutter,
      TileStore store,
      JobProgress.Listener progress) {
    if (tasks.isEmpty()) {
      return CutResult.NONE;
    }
    List<CutResult> results =
        JobProgress.watch(
            spark,
            tasks.size(),
            progress,
            () ->
                spark
                    .parallelize(new ArrayList<>(tasks), tasks.size())
                    .map(task -> cutter.cut(task, store))
                    .collect());
    return results.stream().reduce(CutResult.NONE, CutResult::merge);
  }
}
