package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitewatch.sites.Site;

/** Finds the scenes whose footprint meets a site. */
public final class SceneIndex {
  private final STRtree tree = new STRtree();

  public SceneIndex(Collection<Scene> scenes) {
    scenes.forEach(scene -> tree.insert(scene.footprint().getEnvelopeInternal(), scene));
    tree.build();
  }

  /** In order of time. */
  public List<Scene> covering(Site site) {
    Geometry area = site.area();
    var scenes = new ArrayList<Scene>();
    for (Object found : tree.query(area.getEnvelopeInternal())) {
      var scene = (Scene) found;
      if (scene.footprint().intersects(area)) {
        scenes.add(scene);
      }
    }
    Collections.sort(scenes);
    return scenes;
  }
}
