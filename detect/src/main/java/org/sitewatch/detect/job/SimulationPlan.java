package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.ingest.TileStore;

/**
 * What all tasks of a simulation share.
 *
 * @param until looks after this UTC day are not read
 * @param pools in force in the years up to then
 * @param modelFolder where what was learnt of a site is kept from run to run
 * @param replicates plantings of each kind, strength and size, at least 1
 * @param looks clear looks after which a planting counts as not seen, at least 1
 */
public record SimulationPlan(
    TileStore store,
    LocalDate until,
    DetectConfig config,
    ClassPools pools,
    String modelFolder,
    int replicates,
    int looks)
    implements Serializable {

  public SimulationPlan {
    if (replicates < 1 || looks < 1) {
      throw new IllegalArgumentException(
          "replicates and looks must be >= 1, got " + replicates + " and " + looks);
    }
  }
}
