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
    boolean alone = isEmpty(planes);
    float[][] values = new float[planes.bands().size()][];
    boolean masked = false;
    boolean covered = false;
    Arrays.fill(states, PixelState.CLEAR.code());
    List<ScenePart> parts = new ArrayList<>(ScenePart.of(scene));
    parts.sort(Comparator.comparing(part -> !part.mask())); // the bands have the last word
    for (ScenePart part : parts) {
      Optional<StoredTile> tile = tile(part);
      masked |= part.mask() && isFirstMask(part);
      if (tile.isEmpty()) {
        Arrays.fill(states, PixelState.OUTSIDE.code());
      } else if (part.mask()) {
        readMask(part, tile.get(), states);
      } else {
        readBands(part, tile.get(), planes, alone, values, notes);
        covered = true;
      }
    }
    if (covered) {
      if (!masked && sensor.asksForMask()) {
        notes.add(scene.id() + ": mask: none");
      }
      if (sensor instanceof Sentinel1) {
        RadarPower.clean(scene, planes.bands(), values);
      }
      silenceMissing(values, states);
      if (!planes.areKnown()) {
        examine(planes, values, states);
      }
      if (alone) {
        fill(planes, values, states);
      } else {
        layUnder(planes, values, states);
      }
    }
  }

  /** What is asked of numbers only once: whether they can be, and which levels they have. */
  private void examine(LookPlanes planes, float[][] values, byte[] states) throws IOException {
    Plausibility.check(scene, planes.bands(), values, states);
    if (sensor == Sentinel2.INSTANCE) {
      planes.levels().add(SceneLevels.of(scene.id(), values, states));
    }
  }

  /** Whether no scene has filled a pixel, so that values can be written where they belong. */
  private static boolean isEmpty(LookPlanes planes) {
    for (byte state : planes.states()) {
      if (state != PixelState.OUTSIDE.code()) {
        return false;
      }
    }
    return true;
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
    Optional<StoredTile> tile = store.find(key, PartWindow.place(view.grid(), part.grid()));
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

  /** Only the first of a sensor's masks knows clouds. */
  private boolean isFirstMask(ScenePart part) {
    return layerOf(part).equals(sensor.masks().get(0));
  }

  private MaskLayer layerOf(ScenePart mask) {
    String key = mask.assets().get(0).key();
    return sensor
        .findMask(key)
        .orElseThrow(() -> new IllegalStateException("'" + key + "' is no mask of " + sensor.id()));
  }

  /** What this mask says of a pixel, unless another said worse. */
  private void readMask(ScenePart part, StoredTile tile, byte[] states) throws IOException {
    int width = tile.grid().width();
    int height = tile.grid().height();
    byte[] told = layerOf(part).decoder().states(tile.codes());
    var mapping = GridMapping.of(view.grid(), tile.grid());
    MaskLayer.keepGraver(mapping.nearest(told, width, height, PixelState.OUTSIDE.code()), states);
    if (mapping.steps().isFiner()) {
      mapping.silence(told, width, height, states);
    }
  }

  /**
   * @param alone whether values are written into the planes of the look rather than beside them
   */
  private void readBands(
      ScenePart part,
      StoredTile tile,
      LookPlanes planes,
      boolean alone,
      float[][] values,
      Set<String> notes) {
    boolean sameLattice = view.grid().sharesLattice(tile.grid());
    Optional<GridMapping> mapping =
        sameLattice ? Optional.empty() : Optional.of(GridMapping.of(view.grid(), tile.grid()));
    if (!sameLattice) {
      notes.add(ResamplingNote.of(scene.id(), part.name(), view.grid(), tile.grid()));
    }
    int fileBand = 0;
    for (SceneAsset asset : part.assets()) {
      for (String band : asset.bands()) {
        int plane = planes.bands().indexOf(band);
        if (plane >= 0) {
          values[plane] = emptyPlane(planes.values()[plane], alone && values[plane] == null);
          if (mapping.isPresent()) {
            var codes = tile.codes();
            float[] numbers = new float[codes.width() * codes.height()];
            toNumbers(codes, fileBand, 0, codes.height(), asset.calibration(), numbers, 0);
            mapping.get().resample(numbers, codes.width(), codes.height(), values[plane]);
          } else {
            place(tile, fileBand, asset.calibration(), values[plane]);
          }
        }
        fileBand++;
      }
    }
  }

  /** The look's own plane, or one beside it. */
  private static float[] emptyPlane(float[] ofLook, boolean free) {
    if (free) {
      return ofLook;
    }
    float[] plane = new float[ofLook.length];
    Arrays.fill(plane, Float.NaN);
    return plane;
  }

  private static void toNumbers(
      Samples codes,
      int band,
      int firstRow,
      int rows,
      Calibration calibration,
      float[] target,
      int targetAt) {
    codes.toFloats(
        band,
        firstRow,
        rows,
        calibration.scale(),
        calibration.offset(),
        calibration.nodata(),
        target,
        targetAt);
    if (calibration.decibel()) {
      for (int i = targetAt; i < targetAt + rows * codes.width(); i++) {
        target[i] = (float) StrictMath.pow(10, target[i] / 10);
      }
    }
  }

  /** Puts the tile's numbers at their place in the site's grid; the pixels around stay. */
  private void place(StoredTile tile, int band, Calibration calibration, float[] plane) {
    PixelGrid site = view.grid();
    PixelGrid grid = tile.grid();
    int column = site.columnOf(grid);
    int row = site.rowOf(grid);
    if (column == 0 && grid.width() == site.width() && row >= 0) {
      int rows = Math.min(grid.height(), site.height() - row);
      if (rows > 0) {
        toNumbers(tile.codes(), band, 0, rows, calibration, plane, row * site.width());
      }
      return;
    }
    float[] numbers = new float[grid.size()];
    toNumbers(tile.codes(), band, 0, grid.height(), calibration, numbers, 0);
    int left = Math.max(0, column);
    int right = Math.min(site.width(), column + grid.width());
    for (int y = Math.max(0, row); y < Math.min(site.height(), row + grid.height()); y++) {
      System.arraycopy(
          numbers,
          (y - row) * grid.width() + left - column,
          plane,
          y * site.width() + left,
          Math.max(0, right - left));
    }
  }

  /** A pixel without data in any band the scene has is outside, whatever its mask says. */
  private static void silenceMissing(float[][] values, byte[] states) {
    byte outside = PixelState.OUTSIDE.code();
    FinitePixels.tell(
        values,
        states.length,
        (from, count, doubts) -> {
          for (int i = 0; i < count; i++) {
            states[from + i] = doubts[i] == 0 ? states[from + i] : outside;
          }
        });
  }

  /** The look is this scene: states as they are, and silence where a pixel is not clear. */
  private static void fill(LookPlanes planes, float[][] values, byte[] states) {
    for (int band = 0; band < values.length; band++) {
      float[] plane = planes.values()[band];
      if (values[band] != null && values[band] != plane) {
        System.arraycopy(values[band], 0, plane, 0, plane.length); // named by two files
      }
    }
    if (!planes.showsAll() && !PixelState.areClear(states)) {
      silence(planes.values(), states);
    }
    System.arraycopy(states, 0, planes.states(), 0, states.length);
  }

  /** What is taken from a pixel that is clear leaves it as it is; of any other it leaves NaN. */
  private static void silence(float[][] planes, byte[] states) {
    byte clear = PixelState.CLEAR.code();
    var taken = new float[states.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = states[i] == clear ? 0 : Float.NaN;
    }
    for (float[] plane : planes) {
      for (int i = 0; i < taken.length; i++) {
        plane[i] -= taken[i];
      }
    }
  }

  private static void layUnder(LookPlanes planes, float[][] values, byte[] states) {
    byte clear = PixelState.CLEAR.code();
    byte outside = PixelState.OUTSIDE.code();
    byte[] before = planes.states();
    for (int band = 0; band < values.length; band++) {
      float[] target = planes.values()[band];
      for (int i = 0; values[band] != null && i < states.length; i++) {
        boolean isFirst = planes.showsAll() && before[i] == outside;
        if (states[i] == clear && before[i] != clear || isFirst) {
          target[i] = values[band][i];
        }
      }
    }
    for (int i = 0; i < states.length; i++) {
      if (states[i] == clear || before[i] == outside) {
        before[i] = before[i] == clear ? clear : states[i];
      }
    }
  }
}
