package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookReader;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.SiteViews;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.sites.Site;

/**
 * Scenes of looks that a run had to leave out. Its manifest names only scenes that some site was
 * judged by; of the others it tells the look and the reason.
 */
final class LeftOutScenes {

  private LeftOutScenes() {}

  /**
   * Their ids, of all sites together.
   *
   * @param decisions of the run
   * @param sites of its registry
   * @param catalog scenes up to its last day, all that are registered
   */
  static Set<String> ids(
      Collection<SiteDecision> decisions,
      List<Site> sites,
      SceneCatalog catalog,
      TileStore store,
      LocalDate until) {
    Map<String, SiteDecision> bySite =
        decisions.stream()
            .filter(SiteDecision::hasLeftOut)
            .collect(Collectors.toMap(SiteDecision::siteId, Function.identity()));
    var ids = new TreeSet<String>();
    List<Site> concerned = sites.stream().filter(site -> bySite.containsKey(site.id())).toList();
    for (SiteView view : SiteViews.of(concerned, catalog).views()) {
      SiteDecision decision = bySite.get(view.site().id());
      for (Look look : LookReader.of(view, catalog, store, until).looks()) {
        if (findReason(decision, look).isPresent()) {
          ids.addAll(look.sceneIds());
        }
      }
    }
    return ids;
  }

  /** A look bears the name of its first scene, which may have come later than the others. */
  static Optional<String> findReason(SiteDecision decision, Look look) {
    return look.sceneIds().stream()
        .flatMap(id -> decision.findReasonLeftOut(id).stream())
        .findFirst();
  }
}
