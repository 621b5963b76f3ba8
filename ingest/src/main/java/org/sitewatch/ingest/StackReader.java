package org.sitewatch.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.ingest.StackReading.FailedLook;
import org.sitewatch.sites.PixelGrid;

/**
 * Reads the stack of a site and sensor out of the tile store: the one door from codes to numbers.
 */
public final class StackReader {
  private final SiteView view;
  private final List<Scene> scenes;
  private final TileStore store;
  private final List<String> bands;
  private final KnownLooks known;
  private final TreeMap<String, String> hashes = new TreeMap<>();

  private StackReader(SiteView view, List<Scene> scenes, TileStore store, KnownLooks known) {
    this.view = view;
    this.scenes = scenes;
    this.store = store;
    this.known = known;
    this.bands = bandsOf(Sensor.ofId(view.sensor()), scenes);
  }

  /**
   * @param until last UTC day to read
   */
  public static StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until) {
    return read(view, catalog, store, until, KnownLooks.NONE);
  }

  /**
   * The same, but tiles of looks that are known are decoded only when their pixels are asked for.
   * That a tile is damaged behind its label is seen only then: see {@link UnreadableLookException}.
   *
   * @param until last UTC day to read
   * @param known is told of the looks that it did not know
   */
  public static StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until, KnownLooks known) {
    return new StackReader(view, scenesOf(view, catalog, until), store, known).read();
  }

  static List<Scene> scenesOf(SiteView view, SceneCatalog catalog, LocalDate until) {
    return view.sceneIds().stream()
        .map(catalog::getScene)
        .filter(scene -> !scene.date().isAfter(until))
        .toList();
  }

  private StackReading read() {
    var looks = new ArrayList<Look>();
    var pixels = new ArrayList<LookPixels>();
    var failures = new ArrayList<FailedLook>();
    for (List<Scene> group : LookGroups.of(scenes, view.grid())) {
      Optional<StoredLook> stored = known.isEmpty() ? Optional.empty() : findStored(group);
      if (stored.isPresent()) {
        looks.add(look(group, stored.get().notes()));
        pixels.add(stored.get());
        continue;
      }
      try {
        var notes = new LinkedHashSet<String>();
        pixels.add(decoded(group, notes));
        looks.add(look(group, List.copyOf(notes)));
      } catch (IOException unread) {
        failures.add(new FailedLook(look(group, List.of()), unread.getMessage()));
      }
    }
    var stack = new TileStack(view.grid(), bands, areCalibrated(scenes), looks, pixels);
    return new StackReading(stack, failures, hashes);
  }

  static boolean areCalibrated(List<Scene> scenes) {
    return scenes.stream()
        .flatMap(scene -> scene.assets().stream())
        .allMatch(asset -> asset.mask() || asset.calibration().declared());
  }

  /** A look that was read before and lies there as it did; its pixels are read when asked for. */
  private Optional<StoredLook> findStored(List<Scene> group) {
    Optional<LookLabel> label = LookLabel.read(view, group, store);
    if (label.isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = label.get().fingerprint(view, group, bands);
    Optional<List<String>> notes = known.findNotes(fingerprint);
    notes.ifPresent(read -> hashes.putAll(label.get().pixelHashes()));
    return notes.map(
        read ->
            new StoredLook(
                fingerprint, read, () -> planes(group, new TreeMap<>(), new LinkedHashSet<>())));
  }

  private LookPixels decoded(List<Scene> group, Set<String> notes) throws IOException {
    var own = new TreeMap<String, String>();
    LookPlanes planes;
    try {
      planes = planes(group, own, notes);
    } finally {
      hashes.putAll(own);
    }
    if (known == KnownLooks.NONE) {
      return LookPixels.of("", planes.values(), planes.states());
    }
    Optional<String> fingerprint =
        LookLabel.ofRead(view, group, store, own)
            .map(label -> label.fingerprint(view, group, bands));
    fingerprint.ifPresent(print -> known.keepNotes(print, List.copyOf(notes)));
    return LookPixels.of(fingerprint.orElse(""), planes.values(), planes.states());
  }

  private LookPlanes planes(List<Scene> group, SortedMap<String, String> read, Set<String> notes)
      throws IOException {
    var planes = new LookPlanes(view.grid(), bands);
    for (Scene scene : group) {
      new SceneTiles(view, scene, store, read).addTo(planes, notes);
    }
    return planes;
  }

  static Look look(List<Scene> group, List<String> notes) {
    Scene first = group.stream().min(Scene::compareTo).orElseThrow();
    return new Look(
        first.id(),
        first.datetime(),
        first.sensor(),
        group.stream().map(Scene::id).toList(),
        notes);
  }

  /**
   * The bands of the newest scene, in the sensor's order or by name where it has none. A scene that
   * lacks one of them cannot be compared.
   */
  static List<String> bandsOf(Sensor sensor, List<Scene> scenes) {
    if (scenes.isEmpty()) {
      return List.of();
    }
    Set<String> present = scenes.get(scenes.size() - 1).bands();
    return sensor.bands().isEmpty()
        ? List.copyOf(present)
        : sensor.bands().stream().filter(present::contains).toList();
  }

  /** The planes of one look while its scenes are laid on top of each other. */
  static final class LookPlanes {
    private final List<String> bands;
    private final float[][] values;
    private final byte[] states;
    private final boolean showsAll;

    LookPlanes(PixelGrid grid, List<String> bands) {
      this(grid, bands, false);
    }

    /** Planes that also keep what is seen of pixels that are not clear. */
    static LookPlanes showingAll(PixelGrid grid, List<String> bands) {
      return new LookPlanes(grid, bands, true);
    }

    private LookPlanes(PixelGrid grid, List<String> bands, boolean showsAll) {
      this.bands = bands;
      this.showsAll = showsAll;
      this.values = new float[bands.size()][grid.size()];
      this.states = new byte[grid.size()];
      for (float[] plane : values) {
        Arrays.fill(plane, Float.NaN);
      }
    }

    List<String> bands() {
      return bands;
    }

    float[][] values() {
      return values;
    }

    byte[] states() {
      return states;
    }

    boolean showsAll() {
      return showsAll;
    }
  }
}
