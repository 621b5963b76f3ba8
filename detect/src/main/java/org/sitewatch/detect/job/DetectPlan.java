package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.Period;
import org.sitewatch.ingest.TileStore;

/**
 * What all tasks of a run share.
 *
 * @param earlierRuns complete runs that end by the period's since, the newest first
 * @param changeFolder where change surfaces are written, empty for none
 */
public record DetectPlan(
    TileStore store,
    Period period,
    DetectConfig config,
    List<EarlierRun> earlierRuns,
    String changeFolder)
    implements Serializable {

  public DetectPlan {
    earlierRuns = List.copyOf(earlierRuns);
  }
}
