package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;

/**
 * What one sensor can say of one site: the grid it is judged on and the scenes to read.
 *
 * @param series what compares with each other: the id of the sensor and, behind {@code :}, what its
 *     scenes must share, such as a track
 * @param sceneIds in order of time, of scenes whose footprint meets the site; of one acquisition
 *     the newest baseline only
 */
public record SiteView(Site site, String series, PixelGrid grid, List<String> sceneIds)
    implements Serializable {

  public SiteView {
    sceneIds = List.copyOf(sceneIds);
  }

  /** The series a scene belongs to. */
  static String seriesOf(Scene scene) {
    String by = Sensor.ofId(scene.sensor()).comparableBy(scene);
    return by.isEmpty() ? scene.sensor() : scene.sensor() + ":" + by;
  }

  /** The id of its {@link Sensor}. */
  public String sensor() {
    int bands = series.indexOf(':');
    return bands < 0 ? series : series.substring(0, bands);
  }
}
