package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a complete run left behind of a site.
 *
 * @param file that holds the {@link SiteStates}, reached by every executor
 * @param sha256 of its bytes, as the run's manifest names it
 * @param until the day up to which it knows
 */
public record EarlierState(String file, String sha256, LocalDate until) implements Serializable {}
