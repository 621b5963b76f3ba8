package org.sitewatch.report.ledger;

import java.io.Serializable;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.sites.Site;

/**
 * One line of the ledger.
 *
 * @param priority 1 to 5, 0 where the registry entry could not be read and no run knew it
 * @param area lon/lat of all zones together, empty where the registry entry could not be used and
 *     no run knew it
 * @param whyNot one sentence on what is missing, a second on what a run knew of an entry that
 *     cannot be used any more; empty if nothing is missing
 * @param disturbances reported at this site
 */
public record LedgerEntry(
    String siteId,
    String siteName,
    int priority,
    Geometry area,
    CoverageState state,
    String whyNot,
    LookTally looks,
    int disturbances)
    implements Serializable {

  /** The same of an entry that cannot be used, with what a run knew that could look at the site. */
  public LedgerEntry knownFrom(LastJudged last) {
    return new LedgerEntry(
        siteId,
        last.site().map(Site::name).orElse(siteName),
        last.site().map(Site::priority).orElse(priority),
        last.site().<Geometry>map(Site::area).orElse(area),
        state,
        whyNot.replaceFirst("\\.$", "") + ". " + last.inWords(),
        looks.withLastClear(last.lastClear()),
        disturbances);
  }
}
