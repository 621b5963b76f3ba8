package org.sitewatch.detect.job;

import java.util.List;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.job.TaskRunner;

/** Plants known disturbances into every site's looks and tells which are seen. */
public final class SimulationJob {

  private SimulationJob() {}

  /** One result a task, in their order; a site at once, for each takes minutes. */
  public static List<SiteFloors> run(
      TaskRunner runner,
      List<DetectTask> tasks,
      SceneCatalog catalog,
      SimulationPlan plan,
      TaskRunner.Listener progress) {
    return runner.run(
        tasks,
        catalog,
        1,
        (scenes, task) -> new SiteSimulation(task, scenes, plan).floors(),
        progress);
  }
}
