package org.sitewatch.detect.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPool.Member;
import org.sitewatch.sites.LandCover;

/** What the sites of a workspace know on a refit day, put into a pool that is not touched again. */
public final class PoolFreezing {

  private PoolFreezing() {}

  /**
   * Only what was counted in the year before counts: a site that is not looked at any more leaves.
   *
   * @param states the newest of each site from before the refit day, in any order
   * @throws org.sitewatch.sites.UserException if a state is not what its run recorded
   */
  public static ClassPool freeze(LocalDate refitDay, Collection<EarlierState> states) {
    var members = new ArrayList<Member>();
    for (EarlierState state : states) {
      SiteStates site = state.read();
      site.counts()
          .forEach(
              (series, counts) -> {
                if (counts.isCounted()
                    && counts.cover() != LandCover.UNKNOWN
                    && counts.refitDay().getYear() == refitDay.getYear() - 1) {
                  members.add(new Member(site.siteId(), series, counts.cover(), counts.raised()));
                }
              });
    }
    return new ClassPool(members);
  }
}
