package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.ingest.tiff.PixelWindow;

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

  /** Plans for the views what the store lacks. */
  public static IngestPlan of(List<SiteView> views, SceneCatalog catalog, TileStore store) {
    Map<String, List<SiteView>> byScene = new TreeMap<>();
    for (SiteView view : views) {
      view.sceneIds()
          .forEach(id -> byScene.computeIfAbsent(id, any -> new ArrayList<>()).add(view));
    }
    var tasks = new ArrayList<CutTask>();
    int present = 0;
    for (Scene scene : catalog.scenes()) {
      List<SiteView> here = byScene.getOrDefault(scene.id(), List.of());
      for (ScenePart part : here.isEmpty() ? List.<ScenePart>of() : ScenePart.of(scene)) {
        var cuts = new ArrayList<Cut>();
        for (SiteView view : here) {
          var key = new TileKey(view.site().id(), view.grid(), scene.id(), part.name());
          PixelWindow window = PartWindow.of(view.grid(), part.grid());
          if (window.isEmpty()) {
            continue;
          }
          if (store.has(key)) {
            present++;
          } else {
            cuts.add(new Cut(key, window));
          }
        }
        if (!cuts.isEmpty()) {
          tasks.add(new CutTask(scene.id(), scene.sensor(), part, cuts));
        }
      }
    }
    return new IngestPlan(views, tasks, present);
  }
}
