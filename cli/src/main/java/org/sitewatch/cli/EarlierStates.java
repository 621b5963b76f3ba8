package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sitewatch.detect.job.EarlierState;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.sites.Site;

/** What complete runs know of a site. */
final class EarlierStates {

  private EarlierStates() {}

  /**
   * @param runs in order of time
   * @return the newest first; none of a run that did not judge the site
   */
  static List<EarlierState> of(Site site, Workspace workspace, List<RunDirectory> runs) {
    String file = SiteStates.fileName(site.id());
    var earlier = new ArrayList<EarlierState>();
    for (RunDirectory run : runs) {
      String sha256 = run.manifest().state().get(file);
      if (sha256 != null) {
        Path path = workspace.state().resolve(run.id()).resolve(file);
        earlier.add(new EarlierState(path.toString(), sha256, run.until()));
      }
    }
    Collections.reverse(earlier);
    return earlier;
  }
}
