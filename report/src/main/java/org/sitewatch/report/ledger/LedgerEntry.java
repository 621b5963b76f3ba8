package org.sitewatch.report.ledger;

import java.io.Serializable;
import org.locationtech.jts.geom.Geometry;

/**
 * One line of the ledger.
 *
 * @param priority 1 to 5, 0 where the registry entry could not be read
 * @param area lon/lat of all zones together, empty where the registry entry could not be used
 * @param whyNot one sentence on what is missing; empty if nothing is
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

  /** The same of an entry that cannot be used, with what a run knew that judged the site. */
  public LedgerEntry knownFrom(LastJudged last) {
    return new LedgerEntry(
        siteId,
        last.site().name(),
        last.site().priority(),
        last.site().area(),
        state,
        whyNot.replaceFirst("\\.$", "") + ". " + last.inWords(),
        looks.withLastClear(last.lastClear()),
        disturbances);
  }
}
