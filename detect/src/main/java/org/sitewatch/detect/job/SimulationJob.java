package org.sitewatch.detect.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.job.JobProgress;

/** Plants known disturbances into every site's looks and tells which are seen. */
public final class SimulationJob {

  private SimulationJob() {}

  /** One result a task, in their order; a site a task, for each takes minutes. */
  public static List<SiteFloors> run(
      JavaSparkContext spark,
      List<DetectTask> tasks,
      SceneCatalog catalog,
      SimulationPlan plan,
      JobProgress.Listener progress) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    var scenes = spark.broadcast(catalog);
    return JobProgress.watch(
        spark,
        tasks.size(),
        progress,
        () ->
            spark
                .parallelize(new ArrayList<>(tasks), tasks.size())
                .map(task -> new SiteSimulation(task, scenes.value(), plan).floors())
                .collect());
  }
}
