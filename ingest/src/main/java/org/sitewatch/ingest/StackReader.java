package org.sitewatch.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.ingest.StackReading.FailedLook;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.UserException;

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
  private final HashMap<String, String> layouts = new HashMap<>();

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
   * @throws UserException if the window is too large
   */
  public static StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until, KnownLooks known) {
    Optional<String> tooLarge = view.tooLarge();
    if (tooLarge.isPresent()) {
      throw new UserException(ExitCode.UNAVAILABLE, tooLarge.get());
    }
    var reader = new StackReader(view, scenesOf(view, catalog, until), store, known);
    StackReading reading = reader.read();
    for (String tile : reading.pixelHashes().keySet()) {
      int dot = tile.lastIndexOf('.');
      String part = tile.substring(dot + 1);
      reader.layouts.put(tile, catalog.layoutsSha256(tile.substring(0, dot)).get(part));
    }
    return reading;
  }

  static List<Scene> scenesOf(SiteView view, SceneCatalog catalog, LocalDate until) {
    return view.sceneIds().stream()
        .map(catalog::getScene)
        .filter(scene -> !scene.date().isAfter(until))
        .toList();
  }

  /** A look that can be read or not, before it was compared with the others. */
  private record ReadLook(Look look, LookPixels pixels, List<SceneLevels> levels, String problem) {
    static ReadLook failed(Look look, String problem) {
      return new ReadLook(look, null, List.of(), problem);
    }
  }

  private StackReading read() {
    var read = new ArrayList<ReadLook>();
    for (List<Scene> group : LookGroups.of(scenes, view.grid())) {
      read.add(read(group));
    }
    SortedMap<String, String> quarantine =
        OffsetHistory.quarantined(
            bands, read.stream().flatMap(look -> look.levels().stream()).toList());
    var looks = new ArrayList<Look>();
    var pixels = new ArrayList<LookPixels>();
    var failures = new ArrayList<FailedLook>();
    for (ReadLook look : read) {
      Optional<String> problem =
          look.problem().isEmpty()
              ? inQuarantine(look.look(), quarantine)
              : Optional.of(look.problem());
      if (problem.isPresent()) {
        failures.add(new FailedLook(look.look(), problem.get()));
      } else {
        looks.add(look.look());
        pixels.add(look.pixels());
      }
    }
    var stack = new TileStack(view.grid(), bands, areCalibrated(scenes), looks, pixels);
    return new StackReading(stack, failures, hashes, layouts);
  }

  private ReadLook read(List<Scene> group) {
    Optional<String> other = group.stream().flatMap(scene -> whyApart(scene).stream()).findFirst();
    if (other.isPresent()) {
      return ReadLook.failed(look(group, List.of()), other.get());
    }
    Optional<StoredLook> stored = known.isEmpty() ? Optional.empty() : findStored(group);
    if (stored.isPresent()) {
      KnownLook told = stored.get().known();
      return new ReadLook(noted(group, told.notes()), stored.get(), told.levels(), "");
    }
    try {
      var notes = new LinkedHashSet<String>();
      var levels = new ArrayList<SceneLevels>();
      LookPixels pixels = decoded(group, notes, levels);
      return new ReadLook(noted(group, List.copyOf(notes)), pixels, levels, "");
    } catch (IOException unread) {
      return ReadLook.failed(look(group, List.of()), unread.getMessage());
    }
  }

  private Optional<String> inQuarantine(Look look, SortedMap<String, String> reasons) {
    return look.sceneIds().stream()
        .filter(reasons::containsKey)
        .map(
            id ->
                "scene '"
                    + id
                    + "' is in quarantine: "
                    + reasons.get(id)
                    + " ("
                    + scenes.stream()
                        .filter(scene -> scene.id().equals(id))
                        .map(scene -> scene.acquisition().offsetDecision())
                        .findFirst()
                        .orElse("")
                    + "); the offset is probably wrong")
        .findFirst();
  }

  /** Numbers with units are not compared with numbers without: the newest scene decides. */
  private Optional<String> whyApart(Scene scene) {
    boolean wanted = areCalibrated(scenes);
    if (isCalibrated(scene) == wanted) {
      return Optional.empty();
    }
    return Optional.of(
        "scene '"
            + scene.id()
            + (wanted
                ? "': no scale is declared, but one is for the newest scene;"
                : "': a scale is declared, but none for the newest scene;")
            + " it cannot be compared with it");
  }

  private Look noted(List<Scene> group, List<String> notes) {
    var all = new ArrayList<>(notes);
    group.forEach(scene -> all.addAll(view.leftAside().getOrDefault(scene.id(), List.of())));
    return look(group, all);
  }

  /** Whether the numbers of the newest scene have a unit. */
  static boolean areCalibrated(List<Scene> scenes) {
    return scenes.isEmpty() || isCalibrated(scenes.get(scenes.size() - 1));
  }

  private static boolean isCalibrated(Scene scene) {
    return scene.assets().stream()
        .allMatch(asset -> asset.mask() || asset.calibration().declared());
  }

  /** A look that was read before and lies there as it did; its pixels are read when asked for. */
  private Optional<StoredLook> findStored(List<Scene> group) {
    Optional<LookLabel> label = LookLabel.read(view, group, store);
    if (label.isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = label.get().fingerprint(view, group, bands);
    Optional<KnownLook> look = known.find(fingerprint);
    look.ifPresent(read -> hashes.putAll(label.get().pixelHashes()));
    return look.map(
        read ->
            new StoredLook(
                fingerprint,
                read,
                () ->
                    fill(
                        LookPlanes.ofKnown(view.grid(), bands),
                        group,
                        new TreeMap<>(),
                        new LinkedHashSet<>())));
  }

  private LookPixels decoded(List<Scene> group, Set<String> notes, List<SceneLevels> levels)
      throws IOException {
    var own = new TreeMap<String, String>();
    var planes = fill(new LookPlanes(view.grid(), bands), group, own, notes);
    hashes.putAll(own);
    levels.addAll(planes.levels());
    if (known == KnownLooks.NONE) {
      return LookPixels.of("", planes.values(), planes.states());
    }
    Optional<String> fingerprint =
        LookLabel.ofRead(view, group, store, own)
            .map(label -> label.fingerprint(view, group, bands));
    fingerprint.ifPresent(print -> known.keep(print, new KnownLook(List.copyOf(notes), levels)));
    return LookPixels.of(fingerprint.orElse(""), planes.values(), planes.states());
  }

  private LookPlanes fill(
      LookPlanes planes, List<Scene> group, SortedMap<String, String> read, Set<String> notes)
      throws IOException {
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
    private final boolean areKnown;
    private final List<SceneLevels> levels = new ArrayList<>();

    LookPlanes(PixelGrid grid, List<String> bands) {
      this(grid, bands, false, false);
    }

    /** Planes that also keep what is seen of pixels that are not clear. */
    static LookPlanes showingAll(PixelGrid grid, List<String> bands) {
      return new LookPlanes(grid, bands, true, false);
    }

    /** Planes of a look that was read before, whose numbers can be and whose levels are known. */
    static LookPlanes ofKnown(PixelGrid grid, List<String> bands) {
      return new LookPlanes(grid, bands, false, true);
    }

    private LookPlanes(PixelGrid grid, List<String> bands, boolean showsAll, boolean areKnown) {
      this.bands = bands;
      this.showsAll = showsAll;
      this.areKnown = areKnown;
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

    /** Of the scenes whose offset is in doubt. */
    List<SceneLevels> levels() {
      return levels;
    }

    /** Whether nothing has to be asked of the numbers any more. */
    boolean areKnown() {
      return areKnown;
    }

    boolean showsAll() {
      return showsAll;
    }
  }
}
