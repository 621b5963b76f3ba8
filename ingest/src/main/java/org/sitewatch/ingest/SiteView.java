package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;

/**
 * What one sensor can say of one site: the grid it is judged on and the scenes to read.
 *
 * @param sceneIds in order of time, of scenes whose footprint meets the site; of one acquisition
 *     the newest baseline only
 */
public record SiteView(Site site, String sensor, PixelGrid grid, List<String> sceneIds)
    implements Serializable {

  public SiteView {
    sceneIds = List.copyOf(sceneIds);
  }
}
