package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The registered scenes of a workspace, in order of time. */
public final class SceneCatalog implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Scene> scenes;
  private final HashMap<String, Scene> byId = new HashMap<>();
  private final ConcurrentHashMap<String, SortedMap<String, String>> layouts =
      new ConcurrentHashMap<>();

  public SceneCatalog(Collection<Scene> scenes) {
    this.scenes = new ArrayList<>(scenes);
    Collections.sort(this.scenes);
    for (Scene scene : scenes) {
      if (byId.put(scene.id(), scene) != null) {
        throw new IllegalArgumentException("scene '" + scene.id() + "' is registered twice");
      }
    }
  }

  public List<Scene> scenes() {
    return Collections.unmodifiableList(scenes);
  }

  /**
   * @throws IllegalArgumentException if there is no such scene
   */
  public Scene getScene(String id) {
    Scene scene = byId.get(id);
    if (scene == null) {
      throw new IllegalArgumentException("scene '" + id + "' is not registered");
    }
    return scene;
  }

  /**
   * All that makes numbers at places of the codes of a scene, in one word by part: the sites it
   * shows share it. See {@link StackReading#layouts}.
   */
  SortedMap<String, String> layoutsSha256(String id) {
    return layouts.computeIfAbsent(id, any -> SceneLayout.sha256(getScene(id)));
  }

  /** The scenes by id. */
  public Map<String, Scene> byId() {
    return Collections.unmodifiableMap(byId);
  }
}
