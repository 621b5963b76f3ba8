package org.sitewatch.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Tile;

/**
 * What stands on the tiles of a look without decoding them: the sha256 of their pixels as it was
 * recorded when they were stored.
 *
 * @param pixelHashes by {@code <scene id>.<part>}
 */
record LookLabel(SortedMap<String, String> pixelHashes) {
  /** Goes up when the same tiles are turned into other numbers. */
  private static final String VERSION = "1";

  /** Empty if a tile is missing or broken: then reading it tells why. */
  static Optional<LookLabel> read(SiteView view, List<Scene> scenes, TileStore store) {
    var hashes = new TreeMap<String, String>();
    for (Scene scene : scenes) {
      for (ScenePart part : ScenePart.of(scene)) {
        if (!PartWindow.of(view.grid(), part.grid()).isEmpty()) {
          var key = new TileKey(view.site().id(), view.grid(), scene.id(), part.name());
          Optional<String> recorded = recorded(store.fileOf(key));
          if (recorded.isEmpty()) {
            return Optional.empty();
          }
          hashes.put(scene.id() + "." + part.name(), recorded.get());
        }
      }
    }
    return Optional.of(new LookLabel(hashes));
  }

  private static Optional<String> recorded(Path file) {
    try (TiffReader reader = TiffReader.open(file)) {
      reader.checkBlocks();
      return Optional.ofNullable(reader.header().metadata().get(TileStore.HASH_KEY));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** All that the numbers of a look are made from, in one word. */
  String fingerprint(SiteView view, List<Scene> scenes, List<String> bands) {
    var text = new StringBuilder(VERSION).append('\n');
    text.append(Tile.gridKey(view.grid())).append(' ').append(bands).append('\n');
    for (Scene scene : scenes) {
      text.append(scene.id()).append(' ').append(scene.datetime()).append(' ');
      text.append(scene.sensor()).append(' ').append(scene.assets()).append('\n');
    }
    pixelHashes.forEach((part, hash) -> text.append(part).append(' ').append(hash).append('\n'));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
