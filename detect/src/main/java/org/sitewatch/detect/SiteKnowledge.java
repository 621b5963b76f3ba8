package org.sitewatch.detect;

import java.util.List;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesModel;

/**
 * What has been learnt of a site up to a day.
 *
 * @param raised in the trial year by trees, see {@link TrialCounts}
 */
record SiteKnowledge(
    Registration registration, SeriesModel model, SiteNullRule rule, List<Integer> raised) {

  SiteKnowledge {
    raised = List.copyOf(raised);
  }
}
