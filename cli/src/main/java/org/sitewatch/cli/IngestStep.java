package org.sitewatch.cli;

import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.SceneCutter;
import org.sitewatch.ingest.TileStoreForm;
import org.sitewatch.ingest.job.TileJob;
import org.sitewatch.ingest.source.SourceDoor;

/** The first step of a scan: what the tile store lacks is cut out of the scenes. */
final class IngestStep {
  private final Workspace workspace;
  private final Log log;

  IngestStep(Workspace workspace, Log log) {
    this.workspace = workspace;
    this.log = log;
  }

  /** Cuts what the plan names; where that is nothing, nobody is asked to. */
  CutResult run(JobSession session, IngestPlan plan) {
    plan.tasks()
        .forEach(
            task ->
                log.detail(
                    "ingest: %s %s: %d windows"
                        .formatted(task.sceneId(), task.part().name(), task.cuts().size())));
    CutResult result = plan.tasks().isEmpty() ? CutResult.NONE : cut(session, plan);
    log.info(
        "ingest: %d scene parts read, %d tiles cut, %d there already, %d failed; %s decoded, %s needed"
            .formatted(
                plan.tasks().size(),
                result.tiles(),
                plan.present(),
                result.failures().size(),
                megabytes(result.decodedBytes()),
                megabytes(result.neededBytes())));
    result.reasonsInShort().forEach(log::warn);
    result.reasons().forEach(log::detail);
    return result;
  }

  private CutResult cut(JobSession session, IngestPlan plan) {
    TileStoreForm.mark(workspace.tiles());
    long windows = plan.tasks().stream().mapToLong(task -> task.cuts().size()).sum();
    return TileJob.run(
        session.runner(windows),
        plan.tasks(),
        new SceneCutter(workspace.root().toString(), SourceDoor.DEFAULT),
        workspace.tileStore(),
        new Progress("ingest", "scene parts", log)::update);
  }

  private static String megabytes(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }
}
