package org.sitewatch.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.sitewatch.ingest.StackReader.LookPlanes;
import org.sitewatch.ingest.TileStore.StoredTile;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.sites.PixelGrid;

/** The stored tiles of one scene over one site, turned into numbers on the site's grid. */
final class SceneTiles {
  private final SiteView view;
  private final Scene scene;
  private final TileStore store;
  private final SortedMap<String, String> hashes;
  private final Sensor sensor;

  /**
   * @param hashes takes the sha256 of every tile that is read
   */
  SceneTiles(SiteView view, Scene scene, TileStore store, SortedMap<String, String> hashes) {
    this.view = view;
    this.scene = scene;
    this.store = store;
    this.hashes = hashes;
    this.sensor = Sensor.ofId(scene.sensor());
  }

  /**
   * Fills the pixels of a look that no scene before has filled.
   *
   * @param notes takes what belongs in the ledger: resampling, a missing mask
   * @throws IOException if a tile is missing or broken, or its numbers cannot be right
   */
  void addTo(LookPlanes planes, Set<String> notes) throws IOException {
    checkBands(planes.bands());
    byte[] states = new byte[view.grid().size()];
    float[][] values = new float[planes.bands().size()][];
    boolean masked = false;
    boolean covered = false;
    Arrays.fill(states, PixelState.CLEAR.code());
    List<ScenePart> parts = new ArrayList<>(ScenePart.of(scene));
    parts.sort(Comparator.comparing(part -> !part.mask())); // the bands have the last word
    for (ScenePart part : parts) {
      Optional<StoredTile> tile = tile(part);
      masked |= part.mask();
      if (tile.isEmpty()) {
        Arrays.fill(states, PixelState.OUTSIDE.code());
      } else if (part.mask()) {
        readMask(tile.get(), states);
      } else {
        readBands(part, tile.get(), planes.bands(), values, notes);
        covered = true;
      }
    }
    if (covered) {
      if (!masked) {
        notes.add(scene.id() + ": mask: none");
      }
      silenceMissing(values, states);
      Plausibility.check(scene, planes.bands(), values, states);
      layUnder(planes, values, states);
    }
  }

  private void checkBands(List<String> wanted) throws IOException {
    for (String band : wanted) {
      if (!scene.bands().contains(band)) {
        throw new IOException(
            "scene '%s': band %s missing, has %s; it cannot be compared with the newest scene"
                .formatted(scene.id(), band, String.join(", ", scene.bands())));
      }
    }
  }

  /** Empty if the part's image does not reach the site. */
  private Optional<StoredTile> tile(ScenePart part) throws IOException {
    if (PartWindow.of(view.grid(), part.grid()).isEmpty()) {
      return Optional.empty();
    }
    var key = new TileKey(view.site().id(), view.grid(), scene.id(), part.name());
    Optional<StoredTile> tile = store.find(key);
    if (tile.isEmpty()) {
      throw new IOException(
          store
              .failureReason(key)
              .orElse(
                  "scene '"
                      + scene.id()
                      + "': its "
                      + part.name()
                      + " tile was not cut yet; run 'sitewatch ingest' first"));
    }
    hashes.put(scene.id() + "." + part.name(), tile.get().sha256());
    return tile;
  }

  private void readMask(StoredTile tile, byte[] states) {
    int[] codes = GridMapping.of(view.grid(), tile.grid()).nearest(tile.codes());
    for (int i = 0; i < codes.length; i++) {
      states[i] = codes[i] < 0 ? PixelState.OUTSIDE.code() : sensor.stateOf(codes[i]).code();
    }
  }

  private void readBands(
      ScenePart part, StoredTile tile, List<String> bands, float[][] values, Set<String> notes) {
    boolean sameLattice = view.grid().sharesLattice(tile.grid());
    Optional<GridMapping> mapping =
        sameLattice ? Optional.empty() : Optional.of(GridMapping.of(view.grid(), tile.grid()));
    if (!sameLattice) {
      notes.add(
          scene.id()
              + ": "
              + part.name()
              + " resampled bilinearly from EPSG:"
              + tile.grid().epsg());
    }
    int fileBand = 0;
    for (SceneAsset asset : part.assets()) {
      for (String band : asset.bands()) {
        int plane = bands.indexOf(band);
        if (plane >= 0) {
          float[] numbers = numbers(tile.codes(), fileBand, asset.calibration());
          values[plane] =
              mapping.isPresent()
                  ? mapping.get().bilinear(numbers, tile.codes().width(), tile.codes().height())
                  : placed(numbers, tile.grid());
        }
        fileBand++;
      }
    }
  }

  private static float[] numbers(Samples codes, int band, Calibration calibration) {
    float[] numbers = new float[codes.width() * codes.height()];
    codes.toFloats(
        band,
        0,
        codes.height(),
        calibration.scale(),
        calibration.offset(),
        calibration.nodata(),
        numbers,
        0);
    if (calibration.decibel()) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) StrictMath.pow(10, numbers[i] / 10);
      }
    }
    return numbers;
  }

  /** The tile's pixels at their place in the site's grid, NaN around. */
  private float[] placed(float[] numbers, PixelGrid tile) {
    PixelGrid site = view.grid();
    if (tile.equals(site)) {
      return numbers;
    }
    float[] plane = new float[site.size()];
    Arrays.fill(plane, Float.NaN);
    int column = site.columnOf(tile);
    int row = site.rowOf(tile);
    int left = Math.max(0, column);
    int right = Math.min(site.width(), column + tile.width());
    for (int y = Math.max(0, row); y < Math.min(site.height(), row + tile.height()); y++) {
      System.arraycopy(
          numbers,
          (y - row) * tile.width() + left - column,
          plane,
          y * site.width() + left,
          Math.max(0, right - left));
    }
    return plane;
  }

  /** A pixel without data in any band the scene has is outside, whatever its mask says. */
  private static void silenceMissing(float[][] values, byte[] states) {
    for (float[] plane : values) {
      for (int i = 0; plane != null && i < states.length; i++) {
        if (!Float.isFinite(plane[i])) {
          states[i] = PixelState.OUTSIDE.code();
        }
      }
    }
  }

  private static void layUnder(LookPlanes planes, float[][] values, byte[] states) {
    byte clear = PixelState.CLEAR.code();
    for (int i = 0; i < states.length; i++) {
      byte before = planes.states()[i];
      if (before == clear || states[i] == PixelState.OUTSIDE.code()) {
        continue;
      }
      if (states[i] == clear) {
        for (int band = 0; band < values.length; band++) {
          planes.values()[band][i] = values[band] == null ? Float.NaN : values[band][i];
        }
        planes.states()[i] = clear;
      } else if (before == PixelState.OUTSIDE.code()) {
        planes.states()[i] = states[i];
      }
    }
  }
}
