package org.sitewatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileCheck;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.sites.Sha256;

/**
 * The tiles of one site against what a run recorded of them.
 *
 * @param files tiles that were read
 * @param differences a sentence for each tile that is not what was stored
 * @param isOther its tiles are whole, but not those that the run read
 * @param unnamed files beside them that no registered scene accounts for
 * @param read what the run read of the site, as it is now; of no use where there are differences
 * @param readSince looks that the run had to leave out and that can be read now
 */
record SiteTilesCheck(
    int files,
    List<String> differences,
    boolean isOther,
    List<String> unnamed,
    SiteInputs read,
    List<String> readSince) {
  private static final String COST =
      "the run cannot be shown from its windows any more; delete it and scan, and it is cut again"
          + " from the scene as long as that can be read";

  /**
   * @param catalog the scenes that the run used
   * @param period of the run
   */
  static SiteTilesCheck of(
      SiteDecision then,
      List<SiteView> views,
      SceneCatalog catalog,
      Workspace workspace,
      Period period) {
    var differences = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var named = new HashSet<Path>();
    for (SiteView view : views) {
      for (TileCheck tile : TileCheck.of(view, catalog, workspace.tileStore(), period.until())) {
        named.add(tile.file());
        String name = workspace.root().relativize(tile.file()).toString();
        if (tile.isDamaged()) {
          differences.add(name + ": " + tile.fault() + ": " + COST);
        } else if (!tile.isThere()) {
          missing.add(name + " is missing: " + COST);
        }
      }
    }
    SiteInputs now = SiteInputs.read(then.siteId(), views, catalog, workspace.tileStore(), period);
    List<LeftOutLook> readSince =
        LeftOutLook.list(List.of(then), views, catalog, workspace.tileStore(), period.until())
            .stream()
            .filter(leftOut -> now.lookIds().contains(leftOut.look().id()))
            .toList();
    SiteInputs read = without(readSince, now);
    boolean isOther = differences.isEmpty() && !isSame(then, read);
    if (isOther && !missing.isEmpty()) {
      differences.addAll(missing);
    }
    return new SiteTilesCheck(
        named.size(),
        differences,
        isOther && missing.isEmpty(),
        unnamed(named, workspace),
        read,
        readSince.stream().map(leftOut -> leftOut.look().id()).toList());
  }

  /** Tiles of a look in quarantine were read then, too. */
  private static SiteInputs without(List<LeftOutLook> looks, SiteInputs now) {
    var ids = new ArrayList<>(now.lookIds());
    var scenes = new HashSet<String>();
    for (LeftOutLook leftOut : looks) {
      ids.remove(leftOut.look().id());
      scenes.addAll(leftOut.wasRead() ? List.of() : leftOut.look().sceneIds());
    }
    var tiles = new TreeMap<>(now.pixelHashes());
    tiles.keySet().removeIf(tile -> scenes.contains(tile.substring(0, tile.lastIndexOf('.'))));
    return new SiteInputs(
        now.siteId(), now.gridKeys(), ids, now.earlierNotes(), now.notes(), tiles);
  }

  private static boolean isSame(SiteDecision then, SiteInputs now) {
    String tiles = Sha256.of(ManifestInputs.tiles(now).getBytes(StandardCharsets.UTF_8));
    return then.tilesSha256().isEmpty()
        ? then.looks().equals(now.lookIds()) // so old that it names all looks
        : then.tilesSha256().equals(tiles);
  }

  /** What lies beside the tiles of the run and is no note of a failed one. */
  private static List<String> unnamed(HashSet<Path> named, Workspace workspace) {
    var unnamed = new ArrayList<String>();
    for (Path folder : named.stream().map(Path::getParent).distinct().sorted().toList()) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> !named.contains(file) && !file.toString().endsWith(".failed"))
            .map(file -> workspace.root().relativize(file).toString())
            .sorted()
            .forEach(unnamed::add);
      } catch (IOException unreadable) {
        unnamed.add(folder + " cannot be listed: " + unreadable.getMessage());
      }
    }
    return unnamed;
  }
}
