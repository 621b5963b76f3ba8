package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.ingest.TileStore;

/**
 * What all tasks of a run share.
 *
 * @param watchedSince the day after which the first run of the workspace judged looks, not after
 *     the period's since; looks before are history
 * @param pools in force in the years from then to the period's last
 * @param modelFolder where what was learnt of a site is kept from run to run
 * @param changeFolder where change surfaces are written, empty for none
 * @param objectFolder where the features of all objects are written, empty for none
 */
public record DetectPlan(
    TileStore store,
    Period period,
    LocalDate watchedSince,
    DetectConfig config,
    ClassPools pools,
    String modelFolder,
    String changeFolder,
    String objectFolder)
    implements Serializable {}
