package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.sites.Site;

/**
 * One site's work in a run.
 *
 * @param views by sensor; none for a site that no scene meets
 * @param earlier what runs that end by the period's since left behind
 */
public record DetectTask(Site site, List<SiteView> views, StatesOfRuns earlier)
    implements Serializable {

  public DetectTask {
    views = List.copyOf(views);
  }
}
