package org.sitewatch.detect.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.job.JobProgress;

/** Judges every site's looks of a period. */
public final class DetectJob {
  /** Tasks are cut so that a slow site does not keep a core waiting at the end. */
  private static final int SITES_PER_PARTITION = 4;

  private DetectJob() {}

  /** One result a task, in their order; a site that could not be judged says so in its findings. */
  public static List<SiteResult> run(
      JavaSparkContext spark,
      List<DetectTask> tasks,
      SceneCatalog catalog,
      DetectPlan plan,
      JobProgress.Listener progress) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    int partitions = (tasks.size() + SITES_PER_PARTITION - 1) / SITES_PER_PARTITION;
    var scenes = spark.broadcast(catalog);
    return JobProgress.watch(
        spark,
        partitions,
        progress,
        () ->
            spark
                .parallelize(new ArrayList<>(tasks), partitions)
                .map(task -> new SiteExamination(task, scenes.value(), plan).result())
                .collect());
  }
}
