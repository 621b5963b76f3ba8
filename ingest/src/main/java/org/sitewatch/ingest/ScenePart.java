package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.sitewatch.sites.PixelGrid;

/**
 * The assets of a scene that lie on one lattice and so fit one file of the tile store.
 *
 * @param name {@code 10m}, {@code 20m}, {@code mask}: unique within the scene
 * @param assets in the order of their bands in the file
 */
public record ScenePart(String name, PixelGrid grid, boolean mask, List<SceneAsset> assets)
    implements Serializable {

  public ScenePart {
    assets = List.copyOf(assets);
  }

  /** Band names in the order of the part's file. */
  public List<String> bands() {
    return assets.stream().flatMap(asset -> asset.bands().stream()).toList();
  }

  /** The parts of a scene: assets of equal grid and storage together, each mask alone. */
  public static List<ScenePart> of(Scene scene) {
    var groups = new ArrayList<List<SceneAsset>>();
    for (SceneAsset asset : scene.assets()) {
      groups.stream()
          .filter(group -> belongs(asset, group.get(0)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(asset), () -> groups.add(new ArrayList<>(List.of(asset))));
    }
    var names = new HashSet<String>();
    var parts = new ArrayList<ScenePart>();
    for (List<SceneAsset> group : groups) {
      String word = group.get(0).mask() ? "mask" : sizeWord(group.get(0).grid());
      String name = word;
      for (int copy = 2; !names.add(name); copy++) {
        name = word + "-" + copy;
      }
      parts.add(new ScenePart(name, group.get(0).grid(), group.get(0).mask(), group));
    }
    return parts;
  }

  private static boolean belongs(SceneAsset asset, SceneAsset first) {
    return !asset.mask()
        && !first.mask()
        && asset.grid().equals(first.grid())
        && asset.storage().equals(first.storage());
  }

  private static String sizeWord(PixelGrid grid) {
    double size = grid.pixelSize();
    boolean degrees = grid.epsg() == 4326;
    return degrees
        ? String.format(Locale.ROOT, "%.0fudeg", size * 1e6)
        : size == Math.rint(size)
            ? (long) size + "m"
            : String.format(Locale.ROOT, "%.0fmm", size * 1000);
  }
}
