package org.sitewatch.ingest;

import java.util.Set;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Tile;

/** Tells which tiles are stored: asked once for a window, however many scenes show it. */
@FunctionalInterface
public interface TileIndex {

  /** File names of all that is stored of a site's window; see {@link #fileName}. */
  Set<String> names(String siteId, PixelGrid siteGrid);

  /** What the tile of a part of a scene is called, in the folder of any window. */
  static String fileName(String sceneId, String part) {
    return Tile.siteKey(sceneId) + "." + part + ".tif";
  }
}
