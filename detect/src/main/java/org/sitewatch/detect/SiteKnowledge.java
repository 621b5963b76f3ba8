package org.sitewatch.detect;

import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesModel;

/**
 * What has been learnt of a site up to a day.
 *
 * @param leastProbability with which an object is raised; not read where no trees were trained
 */
record SiteKnowledge(
    Registration registration, SeriesModel model, SiteNullRule rule, double leastProbability) {}
