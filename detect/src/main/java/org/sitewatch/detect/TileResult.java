package org.sitewatch.detect;

import java.util.Optional;

/**
 * What {@link TileDetector} makes of one tile.
 *
 * @param state what the next run starts from
 * @param change of the newest look that could be judged, or null if there was none; read it by
 *     {@link #changeSurface()}
 */
public record TileResult(SiteFindings findings, AlertState state, ChangeSurface change) {

  public Optional<ChangeSurface> changeSurface() {
    return Optional.ofNullable(change);
  }
}
