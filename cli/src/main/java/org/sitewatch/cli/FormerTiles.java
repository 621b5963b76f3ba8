package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.ScenePart;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReader;
import org.sitewatch.ingest.TileKey;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.SiteDecision;

/**
 * The tiles of a workspace as a run found them, in a store made of links: a look that the run had
 * to leave out and that can be read since cannot be read there, for the reason that the run told.
 */
final class FormerTiles {
  private final SceneCatalog catalog;
  private final TileStore now;
  private final TileStore former;
  private final Map<TileKey, String> reasons = new HashMap<>();

  private FormerTiles(SceneCatalog catalog, TileStore now, TileStore former) {
    this.catalog = catalog;
    this.now = now;
    this.former = former;
  }

  /**
   * @param inputs of the run
   * @param views of its sites
   * @param now the store as it is
   * @param former a folder that is not there yet
   */
  static void link(
      RunInputs inputs, List<SiteView> views, SceneCatalog catalog, TileStore now, Path former)
      throws IOException {
    var tiles = new FormerTiles(catalog, now, new TileStore(former.toString()));
    Map<String, List<SiteView>> bySite =
        views.stream().collect(Collectors.groupingBy(view -> view.site().id()));
    for (SiteDecision site : inputs.sites()) {
      tiles.leaveOut(site, bySite.getOrDefault(site.siteId(), List.of()), inputs.run().period());
    }
    tiles.link(former);
  }

  private void leaveOut(SiteDecision site, List<SiteView> views, Period period) {
    if (site.notes().isEmpty()) {
      return;
    }
    Set<String> readable = null;
    for (SiteView view : views) {
      for (Look look : StackReader.listLooks(view, catalog, period.until())) {
        var reason = site.leftOut(look.id());
        if (reason.isEmpty()) {
          continue;
        }
        if (readable == null) {
          var read = SiteInputs.read(site.siteId(), views, catalog, now, period);
          readable = new HashSet<>(read.lookIds());
        }
        if (readable.contains(look.id())) {
          leaveOut(view, look, reason.get());
        }
      }
    }
  }

  private void leaveOut(SiteView view, Look look, String reason) {
    for (String scene : look.sceneIds()) {
      for (ScenePart part : ScenePart.of(catalog.getScene(scene))) {
        reasons.put(new TileKey(view.site().id(), view.grid(), scene, part.name()), reason);
      }
    }
  }

  private void link(Path root) throws IOException {
    Set<Path> hidden = reasons.keySet().stream().map(now::fileOf).collect(Collectors.toSet());
    link(Path.of(now.root()), root, hidden);
    reasons.forEach(former::markFailed);
  }

  /** Folders with something to hide are made, all else is linked. */
  private static void link(Path from, Path to, Set<Path> hidden) throws IOException {
    if (hidden.contains(from)) {
      return;
    }
    if (hidden.stream().noneMatch(file -> file.startsWith(from))) {
      Files.createSymbolicLink(to, from);
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        link(entry, to.resolve(entry.getFileName().toString()), hidden);
      }
    }
  }
}
