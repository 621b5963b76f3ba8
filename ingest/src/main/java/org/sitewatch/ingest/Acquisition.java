package org.sitewatch.ingest;

import java.io.Serializable;

/**
 * How a scene was taken and processed; a word is empty where the source says nothing.
 *
 * @param processingBaseline such as {@code 05.10}
 * @param gridCode such as {@code MGRS-48TUT}
 * @param relativeOrbit track of the satellite
 * @param mode what else separates scenes of one sensor: the flight direction of a radar, the
 *     instrument of a constellation that has several; empty where nothing does
 * @param offsetDecision what was decided of the radiometric offset and why, for the manifest
 */
public record Acquisition(
    String platform,
    String processingBaseline,
    String gridCode,
    String relativeOrbit,
    String mode,
    String offsetDecision)
    implements Serializable {

  public static final Acquisition UNKNOWN = new Acquisition("", "", "", "", "", "");
}
