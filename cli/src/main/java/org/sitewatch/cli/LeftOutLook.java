package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookReader;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.run.SiteDecision;

/**
 * A look that a run had to leave out. Its manifest names only scenes that some site was judged by;
 * of the others it tells the look and the reason.
 *
 * @param reason as the run told it
 */
record LeftOutLook(SiteView view, Look look, String reason) {

  /**
   * Those of some sites, view after view in order of time.
   *
   * @param decisions of the run
   * @param catalog scenes of the views
   * @param until the run's last day
   */
  static List<LeftOutLook> list(
      Collection<SiteDecision> decisions,
      List<SiteView> views,
      SceneCatalog catalog,
      TileStore store,
      LocalDate until) {
    Map<String, SiteDecision> bySite =
        decisions.stream()
            .filter(SiteDecision::hasLeftOut)
            .collect(Collectors.toMap(SiteDecision::siteId, Function.identity()));
    var leftOut = new ArrayList<LeftOutLook>();
    for (SiteView view : views) {
      SiteDecision decision = bySite.get(view.site().id());
      if (decision != null) {
        for (Look look : LookReader.of(view, catalog, store, until).looks()) {
          findReason(decision, look)
              .ifPresent(reason -> leftOut.add(new LeftOutLook(view, look, reason)));
        }
      }
    }
    return leftOut;
  }

  /** A look bears the name of its first scene, which may have come later than the others. */
  private static Optional<String> findReason(SiteDecision decision, Look look) {
    return look.sceneIds().stream()
        .flatMap(id -> decision.findReasonLeftOut(id).stream())
        .findFirst();
  }

  /** Whether its tiles were read, and then not believed. */
  boolean wasRead() {
    return SiteInputs.isQuarantine(reason);
  }
}
