package org.sitewatch.detect.job;

import java.util.List;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.job.TaskRunner;

/** Judges every site's looks of a period. */
public final class DetectJob {
  /** Few, so that a slow site does not keep a core waiting at the end. */
  private static final int SITES_AT_ONCE = 4;

  private DetectJob() {}

  /**
   * One result a task; a site that could not be judged says so in its findings.
   *
   * @param pixels reads and judges looks
   */
  public static void run(
      TaskRunner runner,
      List<DetectTask> tasks,
      SceneCatalog catalog,
      DetectPlan plan,
      PixelWork pixels,
      TaskRunner.Sink<ExaminedSite> sink,
      TaskRunner.Listener progress) {
    runner.each(
        tasks,
        catalog,
        SITES_AT_ONCE,
        (scenes, task) -> new SiteExamination(task, scenes, plan, pixels).examined(),
        sink,
        progress);
  }
}
