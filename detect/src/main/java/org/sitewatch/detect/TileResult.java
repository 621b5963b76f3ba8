package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.Optional;
import org.sitewatch.detect.score.TrialCounts;

/**
 * What {@link TileDetector} makes of one tile.
 *
 * @param state what the next run starts from
 * @param counts what the site hands to its class, {@link TrialCounts#NONE} if no model was learnt
 * @param change of the newest look that could be judged, or null if there was none; read it by
 *     {@link #changeSurface()}
 * @param refitDay of the model that judges looks on the period's last day, or null where the
 *     history is not long by then; read it by {@link #model()}
 */
public record TileResult(
    SiteFindings findings,
    AlertState state,
    TrialCounts counts,
    ChangeSurface change,
    LocalDate refitDay) {

  public Optional<ChangeSurface> changeSurface() {
    return Optional.ofNullable(change);
  }

  public Optional<LocalDate> model() {
    return Optional.ofNullable(refitDay);
  }
}
