package org.sitewatch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitewatch.ingest.TileStore.StoredTile;
import org.sitewatch.ingest.tiff.PixelWindow;

/**
 * Whether stored tiles are byte for byte what was stored: their codes by the sha256 on their label,
 * all else by writing the file again from the codes and from what the catalog says of the scene.
 *
 * @param sceneId of the scene it was cut from
 * @param file where it lies or should lie
 * @param isThere false: it was not cut, could not be, or is lost
 * @param fault what is wrong with a tile that is there: half a sentence; empty if nothing is
 */
public record TileCheck(String sceneId, Path file, boolean isThere, String fault) {

  public boolean isDamaged() {
    return !fault.isEmpty();
  }

  /**
   * Every tile that a site's looks of one sensor are read from, in order of time and part.
   *
   * @param until last UTC day of the looks
   */
  public static List<TileCheck> of(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until) {
    var checks = new ArrayList<TileCheck>();
    for (Scene scene : StackReader.scenesOf(view, catalog, until)) {
      for (ScenePart part : ScenePart.of(scene)) {
        PixelWindow window = PartWindow.of(view.grid(), part.grid());
        if (!window.isEmpty()) {
          var key = new TileKey(view.site().id(), view.grid(), scene.id(), part.name());
          checks.add(check(key, part, window, store));
        }
      }
    }
    return checks;
  }

  /** Ids of the scenes of which a tile is there, read or not. */
  public static List<String> listStored(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until) {
    return StackReader.scenesOf(view, catalog, until).stream()
        .filter(
            scene ->
                ScenePart.of(scene).stream()
                    .map(
                        part -> new TileKey(view.site().id(), view.grid(), scene.id(), part.name()))
                    .anyMatch(store::has))
        .map(Scene::id)
        .toList();
  }

  /**
   * Moves damaged tiles of some scenes out of the way, so that they are cut again.
   *
   * @return a sentence for each, and for each that cannot be read
   */
  public static List<String> setAsideDamaged(
      SiteView view, SceneCatalog catalog, TileStore store, List<String> sceneIds) {
    return sceneIds.stream()
        .flatMap(
            scene ->
                ScenePart.of(catalog.getScene(scene)).stream()
                    .filter(part -> !PartWindow.of(view.grid(), part.grid()).isEmpty())
                    .flatMap(
                        part ->
                            store
                                .setAsideDamaged(
                                    new TileKey(view.site().id(), view.grid(), scene, part.name()),
                                    PartWindow.place(view.grid(), part.grid()))
                                .stream()))
        .toList();
  }

  private static TileCheck check(TileKey key, ScenePart part, PixelWindow window, TileStore store) {
    Path file = store.fileOf(key);
    try {
      Optional<StoredTile> tile = store.findVerified(key);
      return new TileCheck(
          key.sceneId(),
          file,
          tile.isPresent(),
          tile.isEmpty() ? "" : fault(file, key, part, window, tile.get()));
    } catch (IOException broken) {
      String message = broken.getMessage();
      String prefix = file + ": ";
      return new TileCheck(
          key.sceneId(),
          file,
          true,
          message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }
  }

  private static String fault(
      Path file, TileKey key, ScenePart part, PixelWindow window, StoredTile tile)
      throws IOException {
    boolean fits =
        tile.codes().width() == window.width()
            && tile.codes().height() == window.height()
            && tile.codes().bands() == part.bands().size();
    if (!fits) {
      return "does not hold the window that the scene's entry in the catalog names";
    }
    byte[] bytes = Files.readAllBytes(file);
    int differs =
        Arrays.mismatch(bytes, TileStore.writer(key, part, window, tile.codes()).toBytes());
    return differs < 0 ? "" : "byte " + differs + " is not what was stored";
  }
}
