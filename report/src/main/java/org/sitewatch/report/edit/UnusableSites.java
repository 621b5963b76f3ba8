package org.sitewatch.report.edit;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.ledger.LastJudged;
import org.sitewatch.report.run.RunDirectory;

/** What earlier runs knew of sites whose registry entry cannot be used any more. */
public final class UnusableSites {
  private UnusableSites() {}

  /**
   * By site id; of a site that no run judged, or whose registry of then is not kept, nothing.
   *
   * @param before complete runs that end by the begin of the new one, the newest first
   */
  public static SortedMap<String, LastJudged> of(
      Collection<String> siteIds, List<RunDirectory> before, RegistryShelf shelf) {
    var earlier = new EarlierRuns(shelf);
    var known = new TreeMap<String, LastJudged>();
    for (String id : siteIds) {
      before.stream()
          .filter(run -> run.head().sites().contains(id))
          .findFirst()
          .flatMap(
              run ->
                  earlier
                      .registry(run)
                      .flatMap(registry -> registry.findSite(id))
                      .map(
                          site ->
                              new LastJudged(
                                  run.id(),
                                  site,
                                  earlier.lastClear(run, id).orElse(null),
                                  earlier.open(run, id))))
          .ifPresent(last -> known.put(id, last));
    }
    return known;
  }
}
