package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import org.sitewatch.detect.SiteFindings;

/**
 * What comes back of one site: records only, no pixels.
 *
 * @param stateJson what the next run starts from, as its file holds it; empty if there is none
 * @param gridKeys of the grids it was judged on
 * @param lookIds of the looks used, in order of time
 * @param notes decisions that belong in the manifest
 * @param pixelHashes sha256 of the codes used by {@code <scene id>.<part>}
 */
public record SiteResult(
    SiteFindings findings,
    String stateJson,
    List<String> gridKeys,
    List<String> lookIds,
    List<String> notes,
    SortedMap<String, String> pixelHashes)
    implements Serializable {}
