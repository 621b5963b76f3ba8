package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.SiteFindings;

/**
 * What comes back of one site: records only, no pixels.
 *
 * @param stateJson what the next run starts from, as its file holds it; empty if there is none
 * @param gridKeys of the grids it was judged on
 * @param lookIds of the looks used, in order of time
 * @param earlierNotes see {@link SiteInputs}
 * @param notes see {@link SiteInputs}
 * @param ledgerNotes of these, what the ledger tells: without failures of the period, which are
 *     outcomes
 * @param pixelHashes sha256 of the codes used by {@code <scene id>.<part>}
 * @param models by which looks of the period's last day are judged, by series
 */
public record SiteResult(
    SiteFindings findings,
    String stateJson,
    List<String> gridKeys,
    List<String> lookIds,
    List<String> earlierNotes,
    List<String> notes,
    List<String> ledgerNotes,
    SortedMap<String, String> pixelHashes,
    SortedMap<String, ModelBasis> models)
    implements Serializable {

  /** The same without what only manifest and state are made of, which grows with the history. */
  public SiteResult forReport() {
    return new SiteResult(
        findings,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ledgerNotes,
        Collections.emptySortedMap(),
        models);
  }

  /** What was read of the site, for a comparison with what is there now. */
  public SiteInputs inputs() {
    return new SiteInputs(findings.siteId(), gridKeys, lookIds, earlierNotes, notes, pixelHashes);
  }
}
