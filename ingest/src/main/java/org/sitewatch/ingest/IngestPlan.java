package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.sites.PixelGrid;

/**
 * Which windows have to be cut out of which scenes, and which lie in the store already.
 *
 * @param views what is to be judged: one for every site and sensor, by site id and sensor
 * @param tasks one for every part of a scene with something missing, in order of time
 * @param present windows that need no reading
 */
public record IngestPlan(List<SiteView> views, List<CutTask> tasks, int present) {

  /** All windows to be cut out of one part of one scene. */
  public record CutTask(String sceneId, String sensor, ScenePart part, List<Cut> cuts)
      implements Serializable {
    public CutTask {
      cuts = List.copyOf(cuts);
    }
  }

  /** One window, in pixels of the part. */
  public record Cut(TileKey key, PixelWindow window) implements Serializable {}

  /** A part of a scene, and what its tile is called in the folder of any window. */
  private record NamedPart(ScenePart part, String fileName) {}

  /**
   * Plans for the views what the store lacks.
   *
   * @param stored tells what it has
   */
  public static IngestPlan of(List<SiteView> views, SceneCatalog catalog, TileIndex stored) {
    Map<String, List<NamedPart>> parts = new HashMap<>();
    Map<NamedPart, List<Cut>> missing = new IdentityHashMap<>();
    int present = 0;
    for (SiteView view : views) {
      if (view.tooLarge().isPresent()) {
        continue;
      }
      Set<String> names = stored.names(view.site().id(), view.grid());
      Map<PixelGrid, PixelWindow> windows = new HashMap<>(); // scenes of one lattice share it
      for (String id : view.sceneIds()) {
        for (NamedPart one : parts.computeIfAbsent(id, any -> partsOf(catalog.getScene(id)))) {
          PixelGrid image = one.part().grid();
          PixelWindow window =
              windows.computeIfAbsent(image, any -> PartWindow.of(view.grid(), image));
          if (window.isEmpty()) {
            continue;
          }
          if (names.contains(one.fileName())) {
            present++;
          } else {
            var key = new TileKey(view.site().id(), view.grid(), id, one.part().name());
            missing.computeIfAbsent(one, any -> new ArrayList<>()).add(new Cut(key, window));
          }
        }
      }
    }
    var tasks = new ArrayList<CutTask>();
    for (Scene scene : catalog.scenes()) {
      for (NamedPart one : parts.getOrDefault(scene.id(), List.of())) {
        List<Cut> cuts = missing.getOrDefault(one, List.of());
        if (!cuts.isEmpty()) {
          tasks.add(new CutTask(scene.id(), scene.sensor(), one.part(), cuts));
        }
      }
    }
    return new IngestPlan(views, tasks, present);
  }

  private static List<NamedPart> partsOf(Scene scene) {
    return ScenePart.of(scene).stream()
        .map(part -> new NamedPart(part, TileIndex.fileName(scene.id(), part.name())))
        .toList();
  }
}
