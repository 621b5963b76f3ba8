package org.sitewatch.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.ingest.StackReading.FailedLook;

/**
 * Reads the stack of a site and sensor out of the tile store: the one door from codes to numbers.
 */
public final class StackReader {
  private final SiteView view;
  private final List<Scene> scenes;
  private final TileStore store;
  private final List<String> bands;
  private final TreeMap<String, String> hashes = new TreeMap<>();

  private StackReader(SiteView view, List<Scene> scenes, TileStore store) {
    this.view = view;
    this.scenes = scenes;
    this.store = store;
    this.bands = bandsOf(Sensor.ofId(view.sensor()), scenes);
  }

  /**
   * @param until last UTC day to read
   */
  public static StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until) {
    List<Scene> scenes =
        view.sceneIds().stream()
            .map(catalog::getScene)
            .filter(scene -> !scene.date().isAfter(until))
            .toList();
    return new StackReader(view, scenes, store).read();
  }

  private StackReading read() {
    var looks = new ArrayList<Look>();
    var values = new ArrayList<float[][]>();
    var states = new ArrayList<byte[]>();
    var failures = new ArrayList<FailedLook>();
    for (List<Scene> group : LookGroups.of(scenes, view.grid())) {
      var planes = new LookPlanes(view.grid(), bands);
      var notes = new LinkedHashSet<String>();
      try {
        for (Scene scene : group) {
          new SceneTiles(view, scene, store, hashes).addTo(planes, notes);
        }
        looks.add(look(group, List.copyOf(notes)));
        values.add(planes.values());
        states.add(planes.states());
      } catch (IOException unread) {
        failures.add(new FailedLook(look(group, List.of()), unread.getMessage()));
      }
    }
    boolean calibrated =
        scenes.stream()
            .flatMap(scene -> scene.assets().stream())
            .allMatch(asset -> asset.mask() || asset.calibration().declared());
    var stack =
        new TileStack(
            view.grid(),
            bands,
            calibrated,
            looks,
            values.toArray(float[][][]::new),
            states.toArray(byte[][]::new));
    return new StackReading(stack, failures, hashes);
  }

  private static Look look(List<Scene> group, List<String> notes) {
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
  private static List<String> bandsOf(Sensor sensor, List<Scene> scenes) {
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

    LookPlanes(org.sitewatch.sites.PixelGrid grid, List<String> bands) {
      this.bands = bands;
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
  }
}
