package org.sitewatch.detect;

import java.util.Optional;
import org.sitewatch.detect.score.TrialCounts;

/**
 * What {@link TileDetector} makes of one tile.
 *
 * @param state what the next run starts from
 * @param counts what the site hands to its class, {@link TrialCounts#NONE} if no model was learnt
 * @param change of the newest look that could be judged, or null if there was none; read it by
 *     {@link #changeSurface()}
 */
public record TileResult(
    SiteFindings findings, AlertState state, TrialCounts counts, ChangeSurface change) {

  public Optional<ChangeSurface> changeSurface() {
    return Optional.ofNullable(change);
  }
}
