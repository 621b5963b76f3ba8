package org.sitewatch.detect.plant;

import java.util.List;
import org.sitewatch.detect.segment.PixelSet;

/**
 * A planting with the pixels that show it.
 *
 * @param footprint covered to at least a twentieth, and the pixels around: what touches them is
 *     taken for the planting
 * @param clearLooks looks that see at least half of it, from its first look on, in order of time
 */
public record PlantedPlace(Planting planting, PixelSet footprint, List<Integer> clearLooks) {
  public PlantedPlace {
    clearLooks = List.copyOf(clearLooks);
  }
}
