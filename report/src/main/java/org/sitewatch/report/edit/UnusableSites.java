package org.sitewatch.report.edit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sitewatch.report.edit.EarlierRuns.LedgerLine;
import org.sitewatch.report.ledger.LastJudged;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.SiteRegistry;

/** What earlier runs knew of sites whose registry entry cannot be used any more. */
public final class UnusableSites {
  private final EarlierRuns earlier;
  private final List<RunDirectory> before;
  private final Set<String> dismissed;

  private UnusableSites(EarlierRuns earlier, List<RunDirectory> before, Set<String> dismissed) {
    this.earlier = earlier;
    this.before = before;
    this.dismissed = dismissed;
  }

  /**
   * By site id; of a site that no run could look at nothing.
   *
   * @param before complete runs, the newest first
   * @param dismissed ids of disturbances that a verdict puts aside
   * @param warnings takes a sentence for each site whose earlier run cannot be read
   */
  public static SortedMap<String, LastJudged> of(
      Collection<String> siteIds,
      List<RunDirectory> before,
      RegistryShelf shelf,
      Set<String> dismissed,
      Consumer<String> warnings) {
    var sites = new UnusableSites(new EarlierRuns(shelf), before, dismissed);
    var known = new TreeMap<String, LastJudged>();
    for (String id : siteIds) {
      try {
        sites.find(id).ifPresent(last -> known.put(id, last));
      } catch (UserException unreadable) {
        warnings.accept(
            "what was known of site '" + id + "' is not told: " + unreadable.getMessage());
      }
    }
    return known;
  }

  private Optional<LastJudged> find(String siteId) {
    for (RunDirectory run : before) {
      if (run.head().sites().contains(siteId)) {
        LedgerLine line = earlier.ledger(run).get(siteId);
        if (line != null && !line.isFailed()) {
          return Optional.of(known(run, siteId, line));
        }
      }
    }
    return Optional.empty();
  }

  private LastJudged known(RunDirectory run, String siteId, LedgerLine line) {
    Optional<SiteRegistry> then = earlier.registry(run);
    List<String> open =
        earlier.open(run, siteId).stream().filter(id -> !dismissed.contains(id)).toList();
    return new LastJudged(
        run.id(),
        then.flatMap(registry -> registry.findSite(siteId)).orElse(null),
        line.lastClear(),
        open);
  }
}
