package org.sitewatch.detect.job;

import java.io.Serializable;

/**
 * What a task of {@link DetectJob} hands back.
 *
 * @param times how long it took; never written where results are
 */
public record ExaminedSite(SiteResult result, SiteTimes times) implements Serializable {}
