package org.sitewatch.detect;

import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesModel;

/**
 * What has been learnt of a site up to a day.
 *
 * @param budget how it is held by trees; not known where none were trained
 */
record SiteKnowledge(
    Registration registration, SeriesModel model, SiteNullRule rule, HeldBudget budget) {}
