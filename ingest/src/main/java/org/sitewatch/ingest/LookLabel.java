package org.sitewatch.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Tile;

/**
 * What stands on the tiles of a look without decoding them.
 *
 * @param tiles by {@code <scene id>.<part>}
 */
record LookLabel(SortedMap<String, TileLabel> tiles) {
  /** Goes up when the same tiles are turned into other numbers. */
  private static final String VERSION = "2";

  /** How the label of a tile is come by. */
  private interface Source {
    Optional<TileLabel> find(Path file, String tile) throws IOException;
  }

  /** Empty if a tile is missing or has no label: then reading it tells why. */
  static Optional<LookLabel> read(SiteView view, List<Scene> scenes, TileStore store) {
    try {
      return of(view, scenes, store, (file, tile) -> TileLabel.read(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The same of a look whose tiles were decoded. */
  static Optional<LookLabel> ofRead(
      SiteView view, List<Scene> scenes, TileStore store, SortedMap<String, String> pixelHashes)
      throws IOException {
    return of(
        view,
        scenes,
        store,
        (file, tile) ->
            Optional.ofNullable(pixelHashes.get(tile))
                .map(hash -> new TileLabel(hash, file.toFile().length())));
  }

  private static Optional<LookLabel> of(
      SiteView view, List<Scene> scenes, TileStore store, Source source) throws IOException {
    var tiles = new TreeMap<String, TileLabel>();
    for (Scene scene : scenes) {
      for (ScenePart part : ScenePart.of(scene)) {
        if (!PartWindow.of(view.grid(), part.grid()).isEmpty()) {
          var key = new TileKey(view.site().id(), view.grid(), scene.id(), part.name());
          String tile = scene.id() + "." + part.name();
          Optional<TileLabel> label = source.find(store.fileOf(key), tile);
          if (label.isEmpty()) {
            return Optional.empty();
          }
          tiles.put(tile, label.get());
        }
      }
    }
    return Optional.of(new LookLabel(tiles));
  }

  /** sha256 of the codes by {@code <scene id>.<part>}, as they were recorded. */
  SortedMap<String, String> pixelHashes() {
    var hashes = new TreeMap<String, String>();
    tiles.forEach((tile, label) -> hashes.put(tile, label.sha256()));
    return hashes;
  }

  /** All that the numbers of a look are made from, in one word. */
  String fingerprint(SiteView view, List<Scene> scenes, List<String> bands) {
    var text = new StringBuilder(VERSION).append('\n');
    text.append(Tile.gridKey(view.grid())).append(' ').append(bands).append('\n');
    for (Scene scene : scenes) {
      SceneLayout.append(text, scene);
    }
    tiles.forEach(
        (tile, label) ->
            text.append(tile).append(' ').append(label.sha256()).append(label.bytes()));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
