package org.sitewatch.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.ingest.StackReader.LookPlanes;

/**
 * Looks of a site one at a time, for those who need few of them: pictures, the course of a place.
 * They are the looks that {@link StackReader} reads, of the same bands.
 */
public final class LookReader {
  private final SiteView view;
  private final TileStore store;
  private final List<String> bands;
  private final boolean calibrated;
  private final List<List<Scene>> groups;
  private final List<Look> looks;

  private LookReader(SiteView view, List<Scene> scenes, TileStore store) {
    this.view = view;
    this.store = store;
    bands = StackReader.bandsOf(Sensor.ofId(view.sensor()), scenes);
    calibrated = StackReader.areCalibrated(scenes);
    groups = LookGroups.of(scenes, view.grid());
    looks = groups.stream().map(group -> StackReader.look(group, List.of())).toList();
  }

  /**
   * Reads nothing yet.
   *
   * @param until last UTC day to read
   */
  public static LookReader of(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until) {
    return new LookReader(view, StackReader.scenesOf(view, catalog, until), store);
  }

  /** In order of time; without the notes that only reading gives. */
  public List<Look> looks() {
    return looks;
  }

  /**
   * @param look its place among {@link #looks}
   * @throws IOException if a tile is missing or broken, or its numbers cannot be right
   */
  public LookImage read(int look) throws IOException {
    var planes = LookPlanes.showingAll(view.grid(), bands);
    for (Scene scene : groups.get(look)) {
      new SceneTiles(view, scene, store, new TreeMap<>()).addTo(planes, new LinkedHashSet<>());
    }
    return new LookImage(
        view.grid(), bands, calibrated, looks.get(look), planes.values(), planes.states());
  }
}
