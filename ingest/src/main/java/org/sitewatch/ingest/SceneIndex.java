package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitewatch.sites.Site;

/** Finds the scenes whose footprint meets a site. */
public final class SceneIndex {
  /** A footprint is asked about every site, so it is made ready once. */
  private record Entry(Scene scene, PreparedGeometry footprint) {}

  private final STRtree tree = new STRtree();

  public SceneIndex(Collection<Scene> scenes) {
    scenes.forEach(
        scene ->
            tree.insert(
                scene.footprint().getEnvelopeInternal(),
                new Entry(scene, PreparedGeometryFactory.prepare(scene.footprint()))));
    tree.build();
  }

  /** In order of time. */
  public List<Scene> covering(Site site) {
    Geometry area = site.area();
    var scenes = new ArrayList<Scene>();
    for (Object found : tree.query(area.getEnvelopeInternal())) {
      var entry = (Entry) found;
      if (entry.footprint().intersects(area)) {
        scenes.add(entry.scene());
      }
    }
    Collections.sort(scenes);
    return scenes;
  }
}
