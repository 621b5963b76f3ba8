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
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.ScenePart;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileKey;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.run.RunInputs;

/**
 * The tiles of a workspace as a run found them, in a store made of links: a look that the run had
 * to leave out cannot be read there, for the reason that the run told, whether it can be read since
 * or fails for another reason. One in quarantine is there: it falls out again by itself.
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
   * @param catalog the scenes the run knew
   * @param now the store as it is
   * @param former a folder that is not there yet
   */
  static void link(
      RunInputs inputs, List<SiteView> views, SceneCatalog catalog, TileStore now, Path former)
      throws IOException {
    var tiles = new FormerTiles(catalog, now, new TileStore(former.toString()));
    LeftOutLook.list(inputs.sites(), views, catalog, now, inputs.run().period().until()).stream()
        .filter(leftOut -> !leftOut.wasRead())
        .forEach(tiles::hide);
    tiles.linkOthers(former);
  }

  private void hide(LeftOutLook leftOut) {
    SiteView view = leftOut.view();
    for (String scene : leftOut.look().sceneIds()) {
      for (ScenePart part : ScenePart.of(catalog.getScene(scene))) {
        var key = new TileKey(view.site().id(), view.grid(), scene, part.name());
        reasons.put(key, leftOut.reason());
      }
    }
  }

  private void linkOthers(Path target) throws IOException {
    Path root = Path.of(now.root());
    Set<Path> hidden = reasons.keySet().stream().map(now::fileOf).collect(Collectors.toSet());
    var opened = new HashSet<Path>();
    for (Path file : hidden) {
      Path folder = file.getParent();
      while (folder.startsWith(root) && opened.add(folder)) {
        folder = folder.getParent();
      }
    }
    linkAllBut(hidden, opened, root, target);
    reasons.forEach(former::markFailed);
  }

  /**
   * @param opened folders with something to hide: they are made, all else is linked
   */
  private static void linkAllBut(Set<Path> hidden, Set<Path> opened, Path from, Path to)
      throws IOException {
    if (hidden.contains(from)) {
      return;
    }
    if (!opened.contains(from)) {
      Files.createSymbolicLink(to, from);
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        linkAllBut(hidden, opened, entry, to.resolve(entry.getFileName().toString()));
      }
    }
  }
}
