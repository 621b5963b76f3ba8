package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.sites.PixelGrid;

/**
 * One image file of a scene.
 *
 * @param key the asset key of the STAC item
 * @param href absolute, or relative to the workspace if inside
 * @param bands common names in the order of the file's bands; of a mask, one word for its code list
 * @param storage sample type and block size of the file: assets that agree are cut together
 * @param packedBytes of all blocks of the file as they are stored, overviews not counted; 0 if that
 *     is not known
 */
public record SceneAsset(
    String key,
    String href,
    List<String> bands,
    boolean mask,
    Calibration calibration,
    PixelGrid grid,
    String storage,
    long packedBytes)
    implements Serializable {

  public SceneAsset {
    if (packedBytes < 0) {
      throw new IllegalArgumentException("asset '" + key + "' has " + packedBytes + " bytes");
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("asset '" + key + "' has no bands");
    }
    bands = List.copyOf(bands);
  }

  /** One of which is not known how long its blocks are. */
  public SceneAsset(
      String key,
      String href,
      List<String> bands,
      boolean mask,
      Calibration calibration,
      PixelGrid grid,
      String storage) {
    this(key, href, bands, mask, calibration, grid, storage, 0);
  }
}
