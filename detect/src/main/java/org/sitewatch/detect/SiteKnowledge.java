package org.sitewatch.detect;

import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesModel;

/** What has been learnt of a site up to a day. */
record SiteKnowledge(Registration registration, SeriesModel model, AlertRule rule) {}
